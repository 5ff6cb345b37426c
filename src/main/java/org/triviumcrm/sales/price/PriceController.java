package org.triviumcrm.sales.price;

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

/** The form of a price, and what a product costs. */
@Controller
class PriceController {

    private static final String OF_LIST = PriceListController.ONE + "/prices";
    private static final String ONE = PricesList.PATH + "/{id:\\d+}";

    private final PriceService prices;
    private final PriceListService lists;
    private final PriceForms forms;
    private final EditConflicts conflicts;

    PriceController(PriceService prices, PriceListService lists, PriceForms forms, EditConflicts conflicts) {
        this.prices = prices;
        this.lists = lists;
        this.forms = forms;
        this.conflicts = conflicts;
    }

    /** A part of the product's page. */
    @GetMapping("/sales/products/{id:\\d+}/prices")
    String ofProduct(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("prices", prices.ofProduct(viewer, id));
        model.addAttribute("today", forms.today());
        return "sales/price/panel";
    }

    @CanManagePrices
    @GetMapping(OF_LIST + "/new")
    String blank(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", new SavePrice(null, null, null, null));
        return forms.price(viewer, model, lists.find(viewer, id), 0, null);
    }

    @CanManagePrices
    @PostMapping(OF_LIST)
    String create(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SavePrice input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PriceList list = lists.find(viewer, id);
        if (errors.hasErrors() || isRefused(viewer, id, input, 0, errors)) {
            return Rejected.with(forms.price(viewer, model, list, 0, input.productId()));
        }
        prices.create(viewer, id, forms.product(viewer, input.productId()).orElseThrow(), input);
        return done(id, "sales.price.saved", flash);
    }

    /** Its form for who may change it, else its product. */
    @GetMapping(ONE)
    String show(@PathVariable long id, Viewer viewer) {
        return viewer.can("sales.product.manage")
                ? "redirect:" + PricesList.PATH + "/" + id + "/edit"
                : "redirect:/sales/products/" + prices.product(viewer, id);
    }

    @CanManagePrices
    @GetMapping(ONE + "/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        Price price = prices.find(viewer, id);
        model.addAttribute("input", SavePrice.of(price));
        return forms.price(viewer, model, lists.find(viewer, price.getPriceListId()), id, price.getProductId());
    }

    @CanManagePrices
    @PostMapping(ONE)
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SavePrice input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Price saved = prices.find(viewer, id);
        PriceList list = lists.find(viewer, saved.getPriceListId());
        if (errors.hasErrors() || isRefused(viewer, list.getId(), input.ofProduct(saved.getProductId()), id, errors)) {
            return Rejected.with(forms.price(viewer, model, list, id, saved.getProductId()));
        }
        try {
            prices.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            String form = forms.price(viewer, model, list, id, saved.getProductId());
            return conflicts.show(model, "price", id, saved.getVersion(), SavePrice.of(saved), input, form);
        }
        return done(list.getId(), "sales.price.saved", flash);
    }

    @CanManagePrices
    @PostMapping(ONE + "/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long list = prices.find(viewer, id).getPriceListId();
        prices.remove(viewer, id);
        return done(list, "sales.price.removed", flash);
    }

    private boolean isRefused(Viewer viewer, long list, SavePrice input, long id, BindingResult errors) {
        if (forms.product(viewer, input.productId()).isEmpty()) {
            errors.rejectValue("productId", "sales.price.error.product");
        } else if (prices.isThere(viewer, list, input, id)) {
            errors.rejectValue("minQuantity", "sales.price.error.twice");
        }
        return errors.hasErrors();
    }

    private static String done(long list, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + PriceListController.PATH + "/" + list;
    }
}
