package org.triviumcrm.identity.person;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.role.BuiltInRoles;

/**
 * Who may get which role: nobody hands out more than the own rights, only an administrator changes an administrator, and
 * one active administrator always stays.
 */
@Component
class RoleAssignment {

    private final BuiltInRoles roles;
    private final PersonListRepository people;

    RoleAssignment(BuiltInRoles roles, PersonListRepository people) {
        this.roles = roles;
        this.people = people;
    }

    void checkMayChange(Viewer viewer, Person person) {
        if (isAdministrator(person.getRoleIds()) && !viewer.can(Viewer.EVERYTHING)) {
            throw new PersonRefusal(null, "identity.error.administrator");
        }
    }

    void check(Viewer viewer, Set<Long> before, Set<Long> after) {
        Set<Long> added = new HashSet<>(after);
        added.removeAll(before);
        if (added.stream().flatMap(role -> roles.permissions(role).stream()).anyMatch(right -> !viewer.can(right))) {
            throw new PersonRefusal("roleIds", "identity.error.roles");
        }
    }

    /** Locks out a second change of this kind until the transaction ends, so that two can't remove the last two. */
    void keepAnAdministrator(Person person, boolean staysActive, Collection<Long> rolesAfter) {
        boolean stays = staysActive && isAdministrator(rolesAfter);
        if (stays || !person.isActive() || !isAdministrator(person.getRoleIds())) {
            return;
        }
        long role = roles.lockAdministrators();
        if (!people.hasAnother(role, person.getId())) {
            throw new PersonRefusal(null, "identity.error.lastAdministrator");
        }
    }

    private boolean isAdministrator(Collection<Long> roleIds) {
        return roleIds.contains(roles.id("administrator"));
    }
}
