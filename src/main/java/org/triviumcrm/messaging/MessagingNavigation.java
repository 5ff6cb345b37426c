package org.triviumcrm.messaging;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of this module; notices have the bell. */
@Component
class MessagingNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(new NavigationEntry(
                "mail", "administration", "/administration/mail", "mail", 980, "messaging.mail.manage"));
    }
}
