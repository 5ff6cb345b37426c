package org.triviumcrm.messaging;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What the role editor offers for this module. */
@Component
class MessagingPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of("messaging.mail.manage");
    }

    @Override
    public List<String> recordTypes() {
        return List.of();
    }
}
