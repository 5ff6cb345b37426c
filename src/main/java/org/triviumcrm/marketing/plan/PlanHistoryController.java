package org.triviumcrm.marketing.plan;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a plan. */
@Controller
class PlanHistoryController {

    private final PlanService plans;
    private final FieldHistory history;

    PlanHistoryController(PlanService plans, FieldHistory history) {
        this.plans = plans;
        this.history = history;
    }

    @GetMapping(PlanList.PATH + "/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = plans.page(viewer, id).name();
        return HistoryPage.of(
                model, request, "plans", name, history.of(PlanHistory.TABLE, id, HistoryPage.SIZE, locale));
    }
}
