package org.triviumcrm.survey.followup;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** How content a customer is, as a panel of its page. */
@Controller
class MoodController implements CustomerPanel {

    private final MoodService moods;

    MoodController(MoodService moods) {
        this.moods = moods;
    }

    @Override
    public String key() {
        return "satisfaction";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("survey.survey.view");
    }

    @Override
    public String url(long customerId) {
        return "/surveys/customers/" + customerId;
    }

    @GetMapping("/surveys/customers/{customerId:\\d+}")
    String panel(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("mood", moods.of(viewer, customerId));
        return "survey/followup/customer";
    }
}
