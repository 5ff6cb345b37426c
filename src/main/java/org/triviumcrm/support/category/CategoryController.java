package org.triviumcrm.support.category;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
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
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The tree of categories. */
@Controller
@RequestMapping(CategoryController.PATH)
class CategoryController {

    static final String PATH = "/administration/article-categories";

    private final CategoryService categories;
    private final EditConflicts conflicts;

    CategoryController(CategoryService categories, EditConflicts conflicts) {
        this.categories = categories;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", categories.all(viewer));
        return "support/category/list";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("input", categories.proposed(viewer));
        return form(viewer, model, 0);
    }

    @CanManageCategories
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SaveCategory input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, 0, errors)) {
            return Rejected.with(form(viewer, model, 0));
        }
        categories.create(viewer, input);
        return done(flash);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveCategory.of(categories.find(viewer, id)));
        return form(viewer, model, id);
    }

    @CanManageCategories
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveCategory input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        categories.find(viewer, id);
        if (isRefused(viewer, input, id, errors)) {
            return Rejected.with(form(viewer, model, id));
        }
        try {
            categories.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            ArticleCategory now = categories.find(viewer, id);
            return conflicts.show(
                    model,
                    "article_category",
                    id,
                    now.getVersion(),
                    SaveCategory.of(now),
                    input,
                    form(viewer, model, id));
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SaveCategory input, long id, BindingResult errors) {
        if (!errors.hasErrors() && !input.isNamed()) {
            errors.rejectValue("nameEn", "support.category.error.name");
        }
        if (!errors.hasErrors() && categories.isTooDeep(viewer, id, input.parentId())) {
            errors.rejectValue("parentId", "support.category.error.deep");
        }
        return errors.hasErrors();
    }

    private String form(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("tops", categories.tops(viewer, id));
        return "support/category/form";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "support.category.saved");
        return "redirect:" + PATH;
    }
}
