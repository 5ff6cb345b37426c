package org.triviumcrm.sales.competitor;

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
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's list of competitors, with the form for a new one below it. */
@Controller
class CompetitorController {

    private final CompetitorService competitors;
    private final EditConflicts conflicts;

    CompetitorController(CompetitorService competitors, EditConflicts conflicts) {
        this.competitors = competitors;
        this.conflicts = conflicts;
    }

    @GetMapping("/administration/competitors")
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", SaveCompetitor.BLANK);
        return page(viewer, model, 0);
    }

    @CanManageCompetitors
    @PostMapping("/administration/competitors")
    String create(
            @Valid @ModelAttribute("input") SaveCompetitor input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        competitors.create(viewer, input);
        return done(flash);
    }

    @GetMapping("/administration/competitors/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveCompetitor.of(competitors.find(viewer, id)));
        return page(viewer, model, id);
    }

    @CanManageCompetitors
    @PostMapping("/administration/competitors/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveCompetitor input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            competitors.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            Competitor saved = competitors.find(viewer, id);
            return conflicts.show(
                    model,
                    "competitor",
                    id,
                    saved.getVersion(),
                    SaveCompetitor.of(saved),
                    input,
                    page(viewer, model, id));
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SaveCompetitor input, long id, BindingResult errors) {
        if (competitors.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.competitor.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("competitors", competitors.all(viewer));
        return "sales/competitor/list";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.competitor.saved");
        return "redirect:/administration/competitors";
    }
}
