package org.triviumcrm.approval;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of this module. */
@Component
class ApprovalNavigation implements NavigationSource {

    /** Everybody can be asked. */
    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry("approvals", "work", "/approvals", "clipboard-check", 110).counting("approvals"),
                new NavigationEntry("absences", "work", "/approvals/absences", "calendar", 120),
                new NavigationEntry(
                        "approval-flows",
                        "administration",
                        "/administration/approvals",
                        "sitemap",
                        845,
                        "approval.flow.manage"),
                new NavigationEntry(
                        "stuck-approvals",
                        "administration",
                        "/approvals/stuck",
                        "alert-triangle",
                        870,
                        "approval.case.view"));
    }
}
