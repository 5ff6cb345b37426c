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
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;

/** Submits what was returned once more. */
@Controller
class ResubmissionController {

    private final SubmitterService submitters;
    private final CaseForms forms;

    ResubmissionController(SubmitterService submitters, CaseForms forms) {
        this.submitters = submitters;
        this.forms = forms;
    }

    @GetMapping("/approvals/cases/{id:\\d+}/resubmission")
    String resubmitting(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        CasePage page = forms.page(viewer, id, model);
        if (!page.acts().contains(CaseAct.RESUBMIT)) {
            throw new AlreadyDecided(id);
        }
        Resubmission again = submitters.resubmission(viewer, id);
        if (again.form() != null) {
            return "redirect:" + again.form();
        }
        model.addAttribute("requirement", again.requirement());
        forms.names(again.chosen(), model);
        model.addAttribute(
                "input",
                new ResubmitCase(version == null ? page.head().version() : version, page.reason(), again.chosen()));
        return forms.form(viewer, id, "resubmit", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/resubmission")
    String resubmit(
            @PathVariable long id,
            @Valid @ModelAttribute("input") ResubmitCase input,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Resubmission again = submitters.resubmission(viewer, id);
        model.addAttribute("requirement", again.requirement());
        forms.names(input.chosen(), model);
        if (!errors.hasErrors()) {
            if (again.form() != null) {
                return "redirect:" + again.form();
            }
            try {
                boolean waits = submitters.resubmit(viewer, id, input);
                flash.addFlashAttribute("notice", waits ? "approval.case.resubmitted" : "approval.case.decidedAtOnce");
                return "redirect:/approvals/cases/" + id;
            } catch (AlreadyDecided e) {
                throw e;
            } catch (Refusal e) {
                errors.reject(e.key());
            }
        }
        return forms.again(viewer, id, "resubmit", htmx, model);
    }
}
