package org.triviumcrm.approval.absence;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Other days for an absence, another deputy. */
@Controller
@RequestMapping("/approvals/absences/{id:\\d+}")
class AbsenceChangeController {

    private final AbsenceService absences;

    AbsenceChangeController(AbsenceService absences) {
        this.absences = absences;
    }

    @GetMapping("/edit")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        Absence absence = absences.own(viewer, id);
        ChangeAbsence change =
                new ChangeAbsence(absence.fromDay(), absence.untilDay(), absence.deputyId(), absence.version());
        model.addAttribute("change", change);
        return form(viewer, absence, change, htmx, model);
    }

    @SignedIn
    @PostMapping
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("change") ChangeAbsence change,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Absence absence = absences.own(viewer, id);
        if (!errors.hasErrors()) {
            try {
                absences.change(viewer, id, change);
                flash.addFlashAttribute("notice", "approval.absence.changed");
                return "redirect:/approvals/absences";
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, absence, change, htmx, model));
    }

    private String form(Viewer viewer, Absence absence, ChangeAbsence change, HtmxRequest htmx, Model model) {
        model.addAttribute("id", absence.id());
        model.addAttribute("person", absences.name(viewer, absence.personId()));
        model.addAttribute("deputyName", absences.name(viewer, change.deputyId()));
        model.addAttribute("begun", !absence.fromDay().isAfter(absences.today(viewer)));
        return Part.of(htmx, "approval/absence/edit");
    }
}
