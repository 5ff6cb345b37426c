package org.triviumcrm.sales.category;

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

/** The administrator's list of categories, with the form for a new one below it. */
@Controller
class ProductCategoryController {

    private final ProductCategoryService categories;
    private final EditConflicts conflicts;

    ProductCategoryController(ProductCategoryService categories, EditConflicts conflicts) {
        this.categories = categories;
        this.conflicts = conflicts;
    }

    @GetMapping("/administration/product-categories")
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", SaveProductCategory.empty());
        return page(viewer, model, 0);
    }

    @CanManageProductCategories
    @PostMapping("/administration/product-categories")
    String create(
            @Valid @ModelAttribute("input") SaveProductCategory input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        categories.create(viewer, input);
        return done(flash);
    }

    @GetMapping("/administration/product-categories/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveProductCategory.of(categories.find(viewer, id)));
        return page(viewer, model, id);
    }

    @CanManageProductCategories
    @PostMapping("/administration/product-categories/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveProductCategory input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            categories.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            ProductCategory saved = categories.find(viewer, id);
            return conflicts.show(
                    model,
                    "product_category",
                    id,
                    saved.getVersion(),
                    SaveProductCategory.of(saved),
                    input,
                    page(viewer, model, id));
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SaveProductCategory input, long id, BindingResult errors) {
        Long parent = input.parentId();
        if (parent != null
                && categories.parents(viewer, id).stream()
                        .noneMatch(option -> option.value().equals(parent))) {
            errors.rejectValue("parentId", "sales.category.error.parent");
        }
        if (categories.isNameTaken(viewer, input, id)) {
            errors.rejectValue("name", "sales.category.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("categories", categories.all(viewer));
        model.addAttribute("parents", categories.parents(viewer, id));
        return "sales/category/list";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.category.saved");
        return "redirect:/administration/product-categories";
    }
}
