package org.triviumcrm.sales.product;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The products' list, page, form and typed search. */
@Controller
class ProductController {

    private final ProductService products;
    private final ProductForms forms;
    private final ListService lists;
    private final EditConflicts conflicts;

    ProductController(ProductService products, ProductForms forms, ListService lists, EditConflicts conflicts) {
        this.products = products;
        this.forms = forms;
        this.lists = lists;
        this.conflicts = conflicts;
    }

    @GetMapping(ProductList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ProductList.NOUN, viewer, parameters));
        return "sales/product/list";
    }

    @GetMapping("/sales/products/choices")
    @ResponseBody
    List<Option> choices(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return products.choices(viewer, q).stream()
                .map(product -> new Option(product.getId(), product.getName()))
                .toList();
    }

    @GetMapping("/sales/products/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("product", products.page(viewer, id));
        return "sales/product/show";
    }

    @GetMapping("/sales/products/new")
    String blank(Viewer viewer, Model model) {
        return forms.form(viewer, model, 0, products.blank(viewer, forms.currency()));
    }

    @CanManageProducts
    @PostMapping("/sales/products")
    String create(
            @Valid @ModelAttribute("product") SaveProduct product,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || forms.isRefused(viewer, product, null, errors)) {
            return Rejected.with(forms.form(viewer, model, 0, product));
        }
        return done(products.create(viewer, product).getId(), flash);
    }

    @GetMapping("/sales/products/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        return forms.form(viewer, model, id, SaveProduct.of(products.find(viewer, id), forms.currency()));
    }

    @CanManageProducts
    @PostMapping("/sales/products/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("product") SaveProduct product,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || forms.isRefused(viewer, product, products.find(viewer, id), errors)) {
            return Rejected.with(forms.form(viewer, model, id, product));
        }
        try {
            products.update(viewer, id, product);
        } catch (ObjectOptimisticLockingFailureException e) {
            SaveProduct saved = SaveProduct.of(products.find(viewer, id), forms.currency());
            String form = forms.form(viewer, model, id, product);
            return conflicts.show(model, "product", id, saved.version(), saved, product, form);
        }
        return done(id, flash);
    }

    private static String done(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.product.saved");
        return "redirect:/sales/products/" + id;
    }
}
