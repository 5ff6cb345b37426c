package org.triviumcrm.approval.dossier;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
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
import org.triviumcrm.approval.dossier.CaseForms.Shown;
import org.triviumcrm.identity.Viewer;

/** Yes, no, and not like this. */
@Controller
class DecisionController {

    private final DecisionService decisions;
    private final CaseForms forms;

    DecisionController(DecisionService decisions, CaseForms forms) {
        this.decisions = decisions;
        this.forms = forms;
    }

    @GetMapping("/approvals/cases/{id:\\d+}/approval")
    String approving(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long taskId,
            @RequestParam(required = false) @Nullable Integer version,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        Shown shown = forms.shown(viewer, id, taskId, version, model);
        model.addAttribute("decision", new ApproveCase(shown.taskId(), shown.version(), ""));
        return forms.form(viewer, id, "approve", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/approval")
    String approve(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") ApproveCase decision,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return forms.again(viewer, id, "approve", htmx, model);
        }
        decisions.approve(viewer, id, decision);
        return done(id, "approval.case.youApproved", flash);
    }

    @GetMapping("/approvals/cases/{id:\\d+}/rejection")
    String rejecting(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long taskId,
            @RequestParam(required = false) @Nullable Integer version,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        Shown shown = forms.shown(viewer, id, taskId, version, model);
        model.addAttribute("decision", new RejectCase(shown.taskId(), shown.version(), ""));
        return forms.form(viewer, id, "reject", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/rejection")
    String reject(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") RejectCase decision,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return forms.again(viewer, id, "reject", htmx, model);
        }
        decisions.reject(viewer, id, decision);
        return done(id, "approval.case.youRejected", flash);
    }

    @GetMapping("/approvals/cases/{id:\\d+}/return")
    String returning(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long taskId,
            @RequestParam(required = false) @Nullable Integer version,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        Shown shown = forms.shown(viewer, id, taskId, version, model);
        model.addAttribute("decision", new ReturnCase(shown.taskId(), shown.version(), ""));
        return forms.form(viewer, id, "return", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/return")
    String giveBack(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") ReturnCase decision,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return forms.again(viewer, id, "return", htmx, model);
        }
        decisions.giveBack(viewer, id, decision);
        return done(id, "approval.case.youReturned", flash);
    }

    private static String done(long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/approvals/cases/" + id;
    }
}
