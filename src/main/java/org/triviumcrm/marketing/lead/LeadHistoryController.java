package org.triviumcrm.marketing.lead;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a lead. */
@Controller
class LeadHistoryController {

    private final LeadService leads;
    private final FieldHistory history;

    LeadHistoryController(LeadService leads, FieldHistory history) {
        this.leads = leads;
        this.history = history;
    }

    @GetMapping(LeadList.PATH + "/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = leads.page(viewer, id).name();
        return HistoryPage.of(model, request, "leads", name, history.of("lead", id, HistoryPage.SIZE, locale));
    }
}
