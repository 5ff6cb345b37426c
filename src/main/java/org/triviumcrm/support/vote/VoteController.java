package org.triviumcrm.support.vote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.article.ArticleList;
import org.triviumcrm.support.category.ArticleLanguage;

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
            @RequestParam(required = false) @Nullable String helpful,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String remark,
            @RequestParam(required = false) @Nullable ArticleLanguage language,
            Viewer viewer,
            RedirectAttributes flash) {
        Optional<GiveVote> vote = GiveVote.read(helpful, reason, remark, language);
        vote.ifPresent(given -> votes.vote(viewer, id, given));
        if (vote.isPresent()) {
            flash.addFlashAttribute("notice", "support.vote.thanks");
        } else {
            flash.addFlashAttribute("problem", "support.vote.error.helpful");
        }
        return "redirect:" + ArticleList.PATH + "/" + id + (language == null ? "" : "?language=" + language);
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
