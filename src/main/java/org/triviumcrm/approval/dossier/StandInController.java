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

/** Somebody else decides: instead, or as well. */
@Controller
class StandInController {

    private final StandInService standIns;
    private final CaseForms forms;

    StandInController(StandInService standIns, CaseForms forms) {
        this.standIns = standIns;
        this.forms = forms;
    }

    @GetMapping("/approvals/cases/{id:\\d+}/delegation")
    String delegating(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long taskId,
            @RequestParam(required = false) @Nullable Integer version,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        Shown shown = forms.shown(viewer, id, taskId, version, model);
        model.addAttribute("input", new Blank(shown.taskId(), shown.version(), null, ""));
        return forms.form(viewer, id, "delegate", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/delegation")
    String delegate(
            @PathVariable long id,
            @Valid @ModelAttribute("input") DelegateTask input,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                standIns.delegate(viewer, id, input);
                flash.addFlashAttribute("notice", "approval.case.youDelegated");
                return "redirect:/approvals/cases/" + id;
            } catch (NotAllowed e) {
                e.tell(errors);
            }
        }
        return forms.again(viewer, id, "delegate", htmx, model, errors);
    }

    @GetMapping("/approvals/cases/{id:\\d+}/addition")
    String adding(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long taskId,
            @RequestParam(required = false) @Nullable Integer version,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        Shown shown = forms.shown(viewer, id, taskId, version, model);
        model.addAttribute("input", new Blank(shown.taskId(), shown.version(), null, ""));
        return forms.form(viewer, id, "add", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/addition")
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("input") AddApprover input,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                standIns.add(viewer, id, input);
                flash.addFlashAttribute("notice", "approval.case.youAdded");
                return "redirect:/approvals/cases/" + id;
            } catch (NotAllowed e) {
                e.tell(errors);
            }
        }
        return forms.again(viewer, id, "add", htmx, model, errors);
    }

    /** The forms before anybody was chosen. */
    record Blank(long taskId, int version, @Nullable Long personId, String comment) {}
}
