package org.triviumcrm.approval.absence;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Who is away, and the form for being away. */
@Controller
@RequestMapping("/approvals/absences")
class AbsenceController {

    /** Proposed in the form. */
    private static final int USUAL_DAYS = 6;

    private final AbsenceService absences;

    AbsenceController(AbsenceService absences) {
        this.absences = absences;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        LocalDate tomorrow = absences.today(viewer).plusDays(1);
        model.addAttribute("absence", new EnterAbsence(null, tomorrow, tomorrow.plusDays(USUAL_DAYS), null));
        return page(viewer, model);
    }

    @PostMapping
    String enter(
            @Valid @ModelAttribute("absence") EnterAbsence absence,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                absences.enter(viewer, absence);
                flash.addFlashAttribute("notice", "approval.absence.entered");
                return "redirect:/approvals/absences";
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        model.addAttribute("personName", absences.name(viewer, absence.personId()));
        model.addAttribute("deputyName", absences.name(viewer, absence.deputyId()));
        return Rejected.with(page(viewer, model));
    }

    @PostMapping("/{id:\\d+}/end")
    String end(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        absences.end(viewer, id);
        flash.addFlashAttribute("notice", "approval.absence.ended");
        return "redirect:/approvals/absences";
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("rows", absences.coming(viewer));
        model.addAttribute("today", absences.today(viewer));
        model.addAttribute("forOthers", viewer.can(AbsenceService.FOR_OTHERS));
        return "approval/absence/list";
    }
}
