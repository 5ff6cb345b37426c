package org.triviumcrm.insight;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of the insight module. */
@Component
class InsightNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(
                        "marketing-dashboard",
                        "marketing",
                        "/insight/marketing",
                        "layout-dashboard",
                        149,
                        "marketing.return.view"),
                new NavigationEntry(
                        "figures", "insight", "/insight/figures", "chart-bar", 510, "sales.opportunity.view"),
                new NavigationEntry(
                        "sales-analysis", "insight", "/insight/sales", "columns-3", 512, "sales.opportunity.view"),
                new NavigationEntry(
                        "campaign-return", "insight", "/insight/return", "percentage", 515, "marketing.return.view"),
                new NavigationEntry(
                        "ticket-report", "insight", "/insight/tickets", "gauge", 525, "support.report.view"),
                new NavigationEntry(
                        "performance", "insight", "/insight/people", "users-group", 518, "sales.opportunity.view"),
                new NavigationEntry(
                        "win-loss", "insight", "/insight/win-loss", "trophy", 520, "sales.opportunity.view"));
    }
}
