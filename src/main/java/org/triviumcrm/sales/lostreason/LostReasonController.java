package org.triviumcrm.sales.lostreason;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.competitor.CompetitorService;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's list of reasons, with the form for a new one below it. */
@Controller
class LostReasonController {

    private final LostReasonService reasons;
    private final CompetitorService competitors;
    private final EditConflicts conflicts;

    LostReasonController(LostReasonService reasons, CompetitorService competitors, EditConflicts conflicts) {
        this.reasons = reasons;
        this.competitors = competitors;
        this.conflicts = conflicts;
    }

    @GetMapping("/administration/lost-reasons")
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", new SaveLostReason("", false, true, null));
        return page(viewer, model, 0);
    }

    @CanManageLostReasons
    @PostMapping("/administration/lost-reasons")
    String create(
            @Valid @ModelAttribute("input") SaveLostReason input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        reasons.create(viewer, input.name(), input.needsCompetitor());
        return done(flash);
    }

    @GetMapping("/administration/lost-reasons/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveLostReason.of(reasons.find(viewer, id)));
        return page(viewer, model, id);
    }

    @CanManageLostReasons
    @PostMapping("/administration/lost-reasons/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveLostReason input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            reasons.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            LostReason saved = reasons.find(viewer, id);
            return conflicts.show(
                    model,
                    "lost_reason",
                    id,
                    saved.getVersion(),
                    SaveLostReason.of(saved),
                    input,
                    page(viewer, model, id));
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SaveLostReason input, long id, BindingResult errors) {
        if (reasons.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.lostreason.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("reasons", reasons.all(viewer));
        model.addAttribute("competitors", !competitors.choices(viewer, null).isEmpty());
        return "sales/lostreason/list";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.lostreason.saved");
        return "redirect:/administration/lost-reasons";
    }
}
