package org.triviumcrm.sales.unit;

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

/** The administrator's list of units, with the form for a new one below it. */
@Controller
class ProductUnitController {

    private final ProductUnitService units;
    private final EditConflicts conflicts;

    ProductUnitController(ProductUnitService units, EditConflicts conflicts) {
        this.units = units;
        this.conflicts = conflicts;
    }

    @GetMapping("/administration/product-units")
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", SaveProductUnit.empty());
        return page(viewer, model, 0);
    }

    @CanManageProductUnits
    @PostMapping("/administration/product-units")
    String create(
            @Valid @ModelAttribute("input") SaveProductUnit input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        units.create(viewer, input);
        return done(flash);
    }

    @GetMapping("/administration/product-units/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveProductUnit.of(units.find(viewer, id)));
        return page(viewer, model, id);
    }

    @CanManageProductUnits
    @PostMapping("/administration/product-units/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveProductUnit input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            units.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            ProductUnit saved = units.find(viewer, id);
            return conflicts.show(
                    model,
                    "product_unit",
                    id,
                    saved.getVersion(),
                    SaveProductUnit.of(saved),
                    input,
                    page(viewer, model, id));
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SaveProductUnit input, long id, BindingResult errors) {
        if (units.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.unit.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("units", units.all(viewer));
        return "sales/unit/list";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.unit.saved");
        return "redirect:/administration/product-units";
    }
}
