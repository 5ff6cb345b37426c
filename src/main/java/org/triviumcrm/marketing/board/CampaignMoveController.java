package org.triviumcrm.marketing.board;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignLifeService;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.shared.web.BoardAnswers;
import org.triviumcrm.shared.web.Part;

/** Moves of campaigns between the columns of their board; each is a step in their life, and goes the way of that. */
@Controller
class CampaignMoveController {

    private static final String NOWHERE = "marketing.board.error.nowhere";

    private final CampaignService campaigns;
    private final CampaignLifeService life;
    private final BoardAnswers answers;

    CampaignMoveController(CampaignService campaigns, CampaignLifeService life, BoardAnswers answers) {
        this.campaigns = campaigns;
        this.life = life;
        this.answers = answers;
    }

    /** The columns to choose from, in a dialog. */
    @GetMapping("/marketing/campaigns/{id:\\d+}/move")
    String choose(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        CampaignPage page = campaigns.page(viewer, id);
        model.addAttribute("campaign", page);
        model.addAttribute("targets", CampaignMove.targets(viewer, page.state()));
        return Part.of(htmx, "marketing/board/move");
    }

    /** On the board the page stays, and its columns ask for their new content; a form for a reason opens in the dialog. */
    @PostMapping("/marketing/campaigns/{id:\\d+}/move")
    Object move(
            @PathVariable long id,
            @RequestParam CampaignState to,
            HtmxRequest htmx,
            Viewer viewer,
            RedirectAttributes flash) {
        CampaignPage page = campaigns.page(viewer, id);
        CampaignMove move = CampaignMove.of(page.state(), to).orElse(null);
        if (move != null && move.asks() && !page.isLocked()) {
            return htmx.isHtmxRequest() ? answers.asks(move.form(id)) : "redirect:" + move.form(id);
        }
        try {
            take(viewer, id, move);
        } catch (IllegalStep refused) {
            if (htmx.isHtmxRequest()) {
                return answers.refused(refused.key());
            }
            flash.addFlashAttribute("problem", refused.key());
            return "redirect:" + CampaignBoardController.PATH;
        }
        if (htmx.isHtmxRequest()) {
            return answers.moved();
        }
        flash.addFlashAttribute("notice", "marketing.board.moved");
        return "redirect:" + CampaignBoardController.PATH;
    }

    private void take(Viewer viewer, long id, @Nullable CampaignMove move) {
        if (move == null) {
            throw new IllegalStep(NOWHERE);
        }
        switch (move.step()) {
            case SUBMIT -> life.submit(viewer, id);
            case START -> life.start(viewer, id);
            case COMPLETE -> life.complete(viewer, id);
            default -> throw new IllegalStep("marketing.campaign.locked");
        }
    }
}
