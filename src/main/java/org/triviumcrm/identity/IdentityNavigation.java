package org.triviumcrm.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of this module. */
@Component
class IdentityNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                place("letterhead", "/administration/letterhead", "file-text", 905, "identity.letterhead.manage"),
                place("people", "/administration/people", "users", 910, "identity.person.manage"),
                place("teams", "/administration/teams", "sitemap", 920, "identity.team.manage"),
                place("roles", "/administration/roles", "shield-lock", 930, "identity.role.manage"),
                place("log", "/administration/log", "history", 990, "identity.log.view"));
    }

    private static NavigationEntry place(String key, String url, String icon, int order, String permission) {
        return new NavigationEntry(key, "administration", url, icon, order, permission);
    }
}
