package org.triviumcrm.identity.role;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.AccessLevel;
import org.triviumcrm.identity.CanManageRoles;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What each role may do and see. A change counts with the next request of whoever has the role. */
@Service
@Transactional
class RoleService {

    private final RoleRepository roles;
    private final RoleNames names;
    private final Rights rights;
    private final Clock clock;

    RoleService(RoleRepository roles, RoleNames names, Rights rights, Clock clock) {
        this.roles = roles;
        this.names = names;
        this.rights = rights;
        this.clock = clock;
    }

    @CanManageRoles
    @Transactional(readOnly = true)
    public List<RoleRow> rows(Viewer viewer) {
        Map<Long, Long> people = new HashMap<>();
        roles.countPeople().forEach(count -> people.put(count.roleId(), count.people()));
        Map<Long, Role> byId =
                roles.findAllWithPermissions().stream().collect(Collectors.toMap(Role::getId, Function.identity()));
        List<RoleRow> rows = new ArrayList<>();
        names.all(viewer.locale()).forEach((id, name) -> {
            Role role = Objects.requireNonNull(byId.get(id));
            rows.add(new RoleRow(
                    id,
                    name,
                    role.getBuiltIn() != null,
                    role.isAdministrators(),
                    role.getPermissions().size(),
                    people.getOrDefault(id, 0L)));
        });
        return rows;
    }

    @CanManageRoles
    public EditRole blank(Viewer viewer) {
        return new EditRole();
    }

    @CanManageRoles
    @Transactional(readOnly = true)
    public EditRole find(Viewer viewer, long id) {
        Role role = roles.findById(id).orElseThrow(NotFound::new);
        return EditRole.of(role, names.of(role, viewer.locale()));
    }

    @CanManageRoles
    public long create(Viewer viewer, EditRole input) {
        check(viewer, input, Set.of(), 0);
        Role role = new Role(input.getName(), null, clock);
        role.grant(input.getPermissions(), access(input), clock);
        return roles.saveAndFlush(role).getId();
    }

    @CanManageRoles
    public void edit(Viewer viewer, long id, EditRole input) {
        Role role = roles.findById(id).orElseThrow(NotFound::new);
        if (role.isAdministrators()) {
            throw new RoleRefusal(null, "identity.error.role.administrators");
        }
        EditConflict.refuseStale(Role.class, id, input.getVersion(), role.getVersion());
        check(viewer, input, role.getPermissions(), id);
        if (!input.getName().strip().equals(names.of(role, viewer.locale()))) {
            role.rename(input.getName(), clock);
        }
        role.grant(input.getPermissions(), access(input), clock);
        roles.flush();
    }

    @CanManageRoles
    public void remove(Viewer viewer, long id) {
        Role role = roles.findById(id).orElseThrow(NotFound::new);
        if (role.getBuiltIn() != null) {
            throw new RoleRefusal(null, "identity.error.role.builtIn");
        }
        try {
            roles.delete(role);
            roles.flush();
        } catch (DataIntegrityViolationException inUse) {
            throw new RoleRefusal(null, "identity.error.role.used");
        }
    }

    /** Nobody gives a role rights beyond the own ones. */
    private void check(Viewer viewer, EditRole input, Set<String> before, long id) {
        if (roles.isNameTaken(input.getName().strip(), id)) {
            throw new RoleRefusal("name", "identity.error.role.taken");
        }
        Set<String> added = new HashSet<>(input.getPermissions());
        added.removeAll(before);
        if (added.stream().anyMatch(right -> !rights.knows(right) || !viewer.can(right))) {
            throw new RoleRefusal(null, "identity.error.role.rights");
        }
    }

    private Map<String, AccessLevel> access(EditRole input) {
        Map<String, AccessLevel> access = new HashMap<>();
        rights.recordTypes().forEach(type -> access.put(type, input.level(type)));
        return access;
    }
}
