package org.triviumcrm.marketing.result;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in what was reported of a day. */
@Controller
class ResultHistoryController {

    private final CampaignResultService results;
    private final FieldHistory history;

    ResultHistoryController(CampaignResultService results, FieldHistory history) {
        this.results = results;
        this.history = history;
    }

    @GetMapping(ResultList.PATH + "/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = results.page(viewer, id).campaign();
        return HistoryPage.of(
                model, request, "results", name, history.of("campaign_result", id, HistoryPage.SIZE, locale));
    }
}
