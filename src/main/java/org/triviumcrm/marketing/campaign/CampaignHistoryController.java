package org.triviumcrm.marketing.campaign;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a campaign. */
@Controller
class CampaignHistoryController {

    private final CampaignService campaigns;
    private final FieldHistory history;

    CampaignHistoryController(CampaignService campaigns, FieldHistory history) {
        this.campaigns = campaigns;
        this.history = history;
    }

    @GetMapping("/marketing/campaigns/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = campaigns.page(viewer, id).name();
        return HistoryPage.of(model, request, "campaigns", name, history.of("campaign", id, HistoryPage.SIZE, locale));
    }
}
