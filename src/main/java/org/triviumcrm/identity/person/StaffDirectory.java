package org.triviumcrm.identity.person;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.RoleRef;
import org.triviumcrm.identity.Roles;
import org.triviumcrm.identity.Superiors;
import org.triviumcrm.identity.role.RoleNames;

/** Who stands above whom and who has which role, as other modules use it. */
@Service
@Transactional(readOnly = true)
class StaffDirectory implements Superiors, Roles {

    private final StaffRepository staff;
    private final PersonLookupRepository people;
    private final RoleNames roles;

    StaffDirectory(StaffRepository staff, PersonLookupRepository people, RoleNames roles) {
        this.staff = staff;
        this.people = people;
        this.roles = roles;
    }

    @Override
    public List<PersonRef> above(long personId) {
        return staff.above(personId);
    }

    @Override
    public List<PersonRef> inCharge(long teamId) {
        return staff.inCharge(teamId);
    }

    @Override
    public List<RoleRef> all(Locale locale) {
        return roles.all(locale).entrySet().stream()
                .map(role -> new RoleRef(role.getKey(), role.getValue()))
                .toList();
    }

    @Override
    public List<PersonRef> holders(long roleId) {
        return staff.holders(roleId);
    }

    @Override
    public List<PersonRef> holders(long roleId, long teamId) {
        return staff.holders(roleId, teamId);
    }

    @Override
    public List<PersonRef> holders(
            Collection<Long> roleIds, @Nullable Long lineOfTeam, @Nullable String typed, int limit) {
        return people.holders(roleIds, lineOfTeam, typed == null ? "" : typed, limit);
    }
}
