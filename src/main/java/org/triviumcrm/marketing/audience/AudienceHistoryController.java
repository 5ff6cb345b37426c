package org.triviumcrm.marketing.audience;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a target list. */
@Controller
class AudienceHistoryController {

    private final AudienceService audiences;
    private final FieldHistory history;

    AudienceHistoryController(AudienceService audiences, FieldHistory history) {
        this.audiences = audiences;
        this.history = history;
    }

    @GetMapping(AudienceList.PATH + "/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = audiences.page(viewer, id).name();
        return HistoryPage.of(model, request, "audiences", name, history.of("audience", id, HistoryPage.SIZE, locale));
    }
}
