package org.triviumcrm.approval.inbox;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Deciding what was chosen in the list of what is to do: one, or several with one comment. */
@Controller
@RequestMapping("/approvals")
class BulkDecisionController {

    private final BulkDecision bulk;

    BulkDecisionController(BulkDecision bulk) {
        this.bulk = bulk;
    }

    /** The question about one, from its row. */
    @GetMapping("/decision")
    String askAboutOne(
            @ModelAttribute("decision") DecideMany decision,
            BindingResult unchecked,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        model.addAttribute("chosen", bulk.chosen(viewer, decision));
        return Part.of(htmx, "approval/inbox/decision");
    }

    /** The question about those ticked, from the list. What is no row is none of those chosen. */
    @PostMapping("/decision")
    String ask(DecideMany chosen, BindingResult unchecked, Viewer viewer, Model model) {
        model.addAttribute("decision", chosen);
        model.addAttribute("chosen", bulk.chosen(viewer, chosen));
        return "approval/inbox/decision";
    }

    @PostMapping("/decisions")
    String decide(
            @Valid @ModelAttribute("decision") DecideMany decision,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        List<ChosenTask> chosen = bulk.chosen(viewer, decision);
        if (!decision.isApprove() && decision.saysNothing()) {
            errors.rejectValue("comment", "approval.bulk.error.reason");
        }
        if (chosen.isEmpty()) {
            errors.reject("approval.bulk.error.none");
        }
        if (errors.hasErrors()) {
            model.addAttribute("chosen", chosen);
            return Rejected.with("approval/inbox/decision");
        }
        DecisionResult result = bulk.decide(viewer, chosen, decision);
        if (!result.isAllDone()) {
            model.addAttribute("result", result);
            return "approval/inbox/decided";
        }
        flash.addFlashAttribute("notice", result.approved() ? "approval.bulk.approved" : "approval.bulk.rejected");
        flash.addFlashAttribute("noticeArgument", chosen.size());
        return "redirect:/approvals";
    }
}
