package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in an opportunity. */
@Controller
class OpportunityHistoryController {

    private final OpportunityService opportunities;
    private final FieldHistory history;

    OpportunityHistoryController(OpportunityService opportunities, FieldHistory history) {
        this.opportunities = opportunities;
        this.history = history;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = opportunities.page(viewer, id).name();
        return HistoryPage.of(
                model, request, "opportunities", name, history.of("opportunity", id, HistoryPage.SIZE, locale));
    }
}
