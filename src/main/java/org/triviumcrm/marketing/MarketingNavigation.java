package org.triviumcrm.marketing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of the marketing module. */
@Component
class MarketingNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(new NavigationEntry(
                "leads", "marketing", "/marketing/leads", "user-search", 150, "marketing.lead.view"));
    }

    @Override
    public List<NavigationEntry> creations() {
        return List.of(new NavigationEntry(
                "lead", "marketing", "/marketing/leads/new", "user-search", 15, "marketing.lead.create"));
    }
}
