package org.triviumcrm.sales.product;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The products' list, form and typed search. */
@Controller
class ProductController {

    private final ProductService products;
    private final Companies companies;
    private final EditConflicts conflicts;

    ProductController(ProductService products, Companies companies, EditConflicts conflicts) {
        this.products = products;
        this.companies = companies;
        this.conflicts = conflicts;
    }

    @GetMapping("/sales/products")
    String list(@RequestParam(required = false) @Nullable String q, Viewer viewer, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("products", products.search(viewer, q));
        return "sales/product/list";
    }

    @GetMapping("/sales/products/choices")
    @ResponseBody
    List<Option> choices(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return products.choices(viewer, q).stream()
                .map(product -> new Option(product.getId(), product.getName()))
                .toList();
    }

    @GetMapping("/sales/products/new")
    String blank(Viewer viewer, Model model) {
        return form(model, 0, products.blank(viewer, companies.currency()));
    }

    @CanManageProducts
    @PostMapping("/sales/products")
    String create(
            @Valid @ModelAttribute("product") SaveProduct product,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, product, 0, errors)) {
            return Rejected.with(form(model, 0));
        }
        products.create(viewer, product);
        flash.addFlashAttribute("notice", "sales.product.saved");
        return "redirect:/sales/products";
    }

    @GetMapping("/sales/products/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        return form(model, id, SaveProduct.of(products.find(viewer, id), companies.currency()));
    }

    @CanManageProducts
    @PostMapping("/sales/products/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("product") SaveProduct product,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, product, id, errors)) {
            return Rejected.with(form(model, id));
        }
        try {
            products.update(viewer, id, product);
        } catch (ObjectOptimisticLockingFailureException e) {
            SaveProduct saved = SaveProduct.of(products.find(viewer, id), companies.currency());
            return conflicts.show(model, "product", id, saved.version(), saved, product, form(model, id));
        }
        flash.addFlashAttribute("notice", "sales.product.saved");
        return "redirect:/sales/products";
    }

    private boolean isRefused(Viewer viewer, SaveProduct product, long id, BindingResult errors) {
        if (products.isNameTaken(viewer, product.name(), id)) {
            errors.rejectValue("name", "sales.product.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private static String form(Model model, long id, SaveProduct product) {
        model.addAttribute("product", product);
        return form(model, id);
    }

    private static String form(Model model, long id) {
        model.addAttribute("id", id);
        return "sales/product/form";
    }
}
