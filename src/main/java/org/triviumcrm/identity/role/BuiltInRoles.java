package org.triviumcrm.identity.role;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The roles that Trivium brings along, by their keys such as {@code sales_manager}. */
@Service
@Transactional
public class BuiltInRoles {

    private final RoleRepository roles;
    private final Clock clock;

    BuiltInRoles(RoleRepository roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** Adds those that are missing; leaves the others as they are. */
    public void seed() {
        for (BuiltInRole builtIn : BuiltInRole.values()) {
            if (roles.findBuiltIn(builtIn.key()).isEmpty()) {
                Role role = new Role(builtIn.key(), builtIn.key(), clock);
                role.grant(builtIn.permissions(), builtIn.access(), clock);
                roles.save(role);
            }
        }
        roles.flush();
    }

    @Transactional(readOnly = true)
    public long id(String key) {
        return roles.findBuiltIn(key)
                .orElseThrow(() -> new IllegalArgumentException("No built-in role " + key))
                .getId();
    }

    /** What a role may do; unknown roles may nothing. */
    @Transactional(readOnly = true)
    public Set<String> permissions(long roleId) {
        return roles.findById(roleId).map(Role::getPermissions).orElse(Set.of());
    }

    /** The id of the administrators' role, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long lockAdministrators() {
        return roles.lock(BuiltInRole.ADMINISTRATOR.key()).orElseThrow().getId();
    }
}
