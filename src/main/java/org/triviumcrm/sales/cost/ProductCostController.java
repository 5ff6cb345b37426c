package org.triviumcrm.sales.cost;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Rejected;

/** What a product costs the company: a part of its page, and the form for a new cost. */
@Controller
class ProductCostController {

    private static final String OF_PRODUCT = "/sales/products/{id:\\d+}/costs";

    private final ProductCostService costs;
    private final ProductCatalogue products;
    private final CurrencyRateService rates;
    private final Companies companies;
    private final Format format;

    ProductCostController(
            ProductCostService costs,
            ProductCatalogue products,
            CurrencyRateService rates,
            Companies companies,
            Format format) {
        this.costs = costs;
        this.products = products;
        this.rates = rates;
        this.companies = companies;
        this.format = format;
    }

    @GetMapping(OF_PRODUCT)
    String panel(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("costs", costs.of(viewer, id));
        model.addAttribute("today", format.today());
        return "sales/cost/panel";
    }

    @CanManageCosts
    @GetMapping(OF_PRODUCT + "/new")
    String blank(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", new SaveProductCost(format.today(), null, companies.currency()));
        return form(viewer, model, id);
    }

    @CanManageCosts
    @PostMapping(OF_PRODUCT)
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveProductCost input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && !rates.currencies(viewer).contains(input.currency())) {
            errors.rejectValue("currency", "sales.price.error.currency");
        }
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, id));
        }
        name(id);
        costs.save(
                viewer,
                new ProductCost(
                        id,
                        Objects.requireNonNull(input.validFrom()),
                        Objects.requireNonNull(input.cost()),
                        input.currency()));
        return done(id, "sales.cost.saved", flash);
    }

    @CanManageCosts
    @PostMapping(OF_PRODUCT + "/removal")
    String remove(
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            Viewer viewer,
            RedirectAttributes flash) {
        costs.remove(viewer, id, validFrom);
        return done(id, "sales.cost.removed", flash);
    }

    private String form(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("product", name(id));
        model.addAttribute("currencies", rates.currencies(viewer));
        return "sales/cost/form";
    }

    private String name(long id) {
        String name = products.names(List.of(id)).get(id);
        if (name == null) {
            throw new NotFound();
        }
        return name;
    }

    private static String done(long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/sales/products/" + id;
    }
}
