package org.triviumcrm.support.vote;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.article.ArticleList;

/** Whether articles help: colleagues say so, and whoever writes reads why not. */
@Controller
class VoteController {

    private final VoteService votes;

    VoteController(VoteService votes) {
        this.votes = votes;
    }

    @CanReadArticles
    @PostMapping(ArticleList.PATH + "/{id:\\d+}/votes")
    String vote(
            @PathVariable long id,
            @Valid @ModelAttribute("vote") GiveVote vote,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            flash.addFlashAttribute("problem", "support.vote.error.helpful");
        } else {
            votes.vote(viewer, id, vote);
            flash.addFlashAttribute("notice", "support.vote.thanks");
        }
        String language = vote.language() == null ? "" : "?language=" + vote.language();
        return "redirect:" + ArticleList.PATH + "/" + id + language;
    }

    @GetMapping(ArticleList.PATH + "/feedback")
    String feedback(
            @RequestParam(required = false) @Nullable VoteReason reason,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Viewer viewer,
            Model model) {
        model.addAttribute("feedback", votes.feedback(viewer, reason, before));
        model.addAttribute("asked", reason);
        return "support/article/feedback";
    }
}
