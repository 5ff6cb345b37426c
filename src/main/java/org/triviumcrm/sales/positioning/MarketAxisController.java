package org.triviumcrm.sales.positioning;

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

/** What the market is looked at by, with the form for a new axis below. */
@Controller
class MarketAxisController {

    private static final String PATH = "/sales/positioning/axes";

    private final PositioningService positions;
    private final PositioningTexts texts;
    private final EditConflicts conflicts;

    MarketAxisController(PositioningService positions, PositioningTexts texts, EditConflicts conflicts) {
        this.positions = positions;
        this.texts = texts;
        this.conflicts = conflicts;
    }

    @CanEditPositioning
    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", SaveAxis.empty());
        return page(viewer, model, 0);
    }

    @CanEditPositioning
    @PostMapping(PATH)
    String create(
            @Valid @ModelAttribute("input") SaveAxis input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        positions.create(viewer, input);
        return done(flash);
    }

    @CanEditPositioning
    @GetMapping(PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveAxis.of(positions.axis(viewer, id)));
        return page(viewer, model, id);
    }

    @CanEditPositioning
    @PostMapping(PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveAxis input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            positions.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            MarketAxis saved = positions.axis(viewer, id);
            return conflicts.show(
                    model, "market_axis", id, saved.getVersion(), SaveAxis.of(saved), input, page(viewer, model, id));
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SaveAxis input, long id, BindingResult errors) {
        if (positions.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.position.error.nameTaken");
        }
        if (id != 0 && positions.wouldChangeMeaning(viewer, id, input)) {
            errors.rejectValue("kind", "sales.position.error.used");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("axes", positions.axes(viewer));
        model.addAttribute("kinds", texts.options(AxisKind.values(), "sales.position.kind"));
        model.addAttribute("ends", texts.options(BetterEnd.values(), "sales.position.better"));
        return "sales/positioning/axes";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.position.axis.saved");
        return "redirect:" + PATH;
    }
}
