package org.triviumcrm.identity;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the role editor offers for this module, and for the lists of all, which have no module above them to say it. */
@Component
class IdentityPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of(
                "identity.person.manage",
                "identity.team.manage",
                "identity.role.manage",
                "identity.letterhead.manage",
                "identity.log.view",
                "shared.view.share");
    }

    @Override
    public List<String> recordTypes() {
        return List.of();
    }
}
