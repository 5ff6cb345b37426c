package org.triviumcrm.identity;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the role editor offers for this module. */
@Component
class IdentityPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of("identity.person.manage", "identity.team.manage", "identity.role.manage", "identity.log.view");
    }

    @Override
    public List<String> recordTypes() {
        return List.of();
    }
}
