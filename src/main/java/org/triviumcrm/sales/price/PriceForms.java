package org.triviumcrm.sales.price;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.triviumcrm.customer.CustomerTexts;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.shared.format.Format;

/** What the forms of price lists and prices offer. */
@Component
class PriceForms {

    private final PriceListService lists;
    private final CurrencyRateService rates;
    private final CustomerTexts customers;
    private final ProductCatalogue products;
    private final Companies companies;
    private final Format format;

    PriceForms(
            PriceListService lists,
            CurrencyRateService rates,
            CustomerTexts customers,
            ProductCatalogue products,
            Companies companies,
            Format format) {
        this.lists = lists;
        this.rates = rates;
        this.customers = customers;
        this.products = products;
        this.companies = companies;
        this.format = format;
    }

    String currency() {
        return companies.currency();
    }

    LocalDate today() {
        return format.today();
    }

    boolean isRefused(Viewer viewer, SavePriceList input, long id, BindingResult errors) {
        if (lists.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.price.error.nameTaken");
        }
        if (!rates.currencies(viewer).contains(input.currency())) {
            errors.rejectValue("currency", "sales.price.error.currency");
        }
        LocalDate last = input.validTo();
        if (last != null && input.validFrom() != null && last.isBefore(input.validFrom())) {
            errors.rejectValue("validTo", "sales.price.error.validTo");
        }
        return errors.hasErrors();
    }

    String list(Viewer viewer, Model model, long id, SavePriceList input) {
        if (!model.containsAttribute("input")) {
            model.addAttribute("input", input);
        }
        model.addAttribute("id", id);
        model.addAttribute("currencies", rates.currencies(viewer));
        model.addAttribute("regions", customers.different("region"));
        model.addAttribute("levels", customers.different("level"));
        return "sales/price/list-form";
    }

    String copy(Model model, PriceList from, CopyPriceList input) {
        if (!model.containsAttribute("input")) {
            model.addAttribute("input", input);
        }
        model.addAttribute("from", from);
        return "sales/price/copy";
    }

    /**
     * @param id of a price that is there, 0 for a new one
     * @param product whose price it is, or that was chosen for a new one
     */
    String price(Viewer viewer, Model model, PriceList list, long id, @Nullable Long product) {
        model.addAttribute("priceList", list);
        model.addAttribute("id", id);
        model.addAttribute("productId", product);
        model.addAttribute("productName", product(viewer, product).orElse(null));
        return "sales/price/form";
    }

    /** What a product is called; empty when there is none. */
    Optional<String> product(Viewer viewer, @Nullable Long id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(products.names(List.of(id)).get(id));
    }
}
