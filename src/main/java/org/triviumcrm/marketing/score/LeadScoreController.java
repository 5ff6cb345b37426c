package org.triviumcrm.marketing.score;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadPanel;
import org.triviumcrm.marketing.mining.LeadModelService;

/** The points of a lead and what they are for, as a panel of its page. */
@Controller
class LeadScoreController implements LeadPanel {

    private final ScoreService scores;
    private final LeadModelService models;

    LeadScoreController(ScoreService scores, LeadModelService models) {
        this.scores = scores;
        this.models = models;
    }

    @Override
    public String key() {
        return "score";
    }

    @Override
    public boolean isFor(Viewer viewer, boolean became) {
        return viewer.can("marketing.lead.view");
    }

    @Override
    public String url(long leadId) {
        return "/marketing/leads/" + leadId + "/score";
    }

    @GetMapping("/marketing/leads/{leadId:\\d+}/score")
    String panel(@PathVariable long leadId, Viewer viewer, Model model) {
        model.addAttribute("score", scores.score(viewer, leadId));
        model.addAttribute("points", scores.points(viewer, leadId));
        model.addAttribute("said", models.said(viewer, leadId).orElse(null));
        return "marketing/score/panel";
    }
}
