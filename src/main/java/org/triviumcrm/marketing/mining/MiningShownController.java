package org.triviumcrm.marketing.mining;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;

/** Which model is shown beside the points of leads. */
@Controller
class MiningShownController {

    private static final String SCORES = "redirect:/marketing/scores";

    private final LeadModelService shown;

    MiningShownController(LeadModelService shown) {
        this.shown = shown;
    }

    @PostMapping(MiningController.ONE + "/shown")
    String show(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            shown.show(viewer, id);
            flash.addFlashAttribute("notice", "marketing.mining.shown.now");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.key());
        }
        return SCORES;
    }

    @PostMapping(MiningController.PATH + "/shown/removal")
    String hide(Viewer viewer, RedirectAttributes flash) {
        shown.hide(viewer);
        flash.addFlashAttribute("notice", "marketing.mining.hidden");
        return SCORES;
    }
}
