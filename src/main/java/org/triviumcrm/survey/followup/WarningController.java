package org.triviumcrm.survey.followup;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.OpportunityPanel;
import org.triviumcrm.identity.Viewer;

/** Whether the customer of an opportunity is not content, as a panel of its page. */
@Controller
class WarningController implements OpportunityPanel {

    private final MoodService moods;

    WarningController(MoodService moods) {
        this.moods = moods;
    }

    @Override
    public String key() {
        return "satisfaction";
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("survey.survey.view");
    }

    @Override
    public String url(long opportunityId) {
        return "/surveys/opportunities/" + opportunityId;
    }

    @GetMapping("/surveys/opportunities/{opportunityId:\\d+}")
    String panel(@PathVariable long opportunityId, Viewer viewer, Model model) {
        model.addAttribute("warning", moods.warning(viewer, opportunityId).orElse(null));
        return "survey/followup/opportunity";
    }
}
