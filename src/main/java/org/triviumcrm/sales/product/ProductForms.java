package org.triviumcrm.sales.product;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.category.ProductCategoryService;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.sales.tax.TaxRateService;
import org.triviumcrm.sales.unit.ProductUnitService;
import org.triviumcrm.shared.web.Option;

/** What the form of a product offers, and what it refuses. */
@Component
class ProductForms {

    private final ProductService products;
    private final ProductCategoryService categories;
    private final ProductUnitService units;
    private final TaxRateService taxes;
    private final CurrencyRateService rates;
    private final Companies companies;
    private final MessageSource messages;

    ProductForms(
            ProductService products,
            ProductCategoryService categories,
            ProductUnitService units,
            TaxRateService taxes,
            CurrencyRateService rates,
            Companies companies,
            MessageSource messages) {
        this.products = products;
        this.categories = categories;
        this.units = units;
        this.taxes = taxes;
        this.rates = rates;
        this.companies = companies;
        this.messages = messages;
    }

    String currency() {
        return companies.currency();
    }

    /** @param saved as it is now, null for a new one: what it has it may keep, retired or not */
    boolean isRefused(Viewer viewer, SaveProduct input, @Nullable Product saved, BindingResult errors) {
        if (products.isNameTaken(viewer, input.name(), saved == null ? 0 : saved.getId())) {
            errors.rejectValue("name", "sales.product.error.nameTaken");
        }
        if (input.reference() != null
                && products.isReferenceTaken(viewer, input.reference(), saved == null ? 0 : saved.getId())) {
            errors.rejectValue("reference", "sales.product.error.referenceTaken");
        }
        if (input.listPrice() != null && !rates.currencies(viewer).contains(input.currency())) {
            errors.rejectValue("currency", "sales.product.error.currency");
        }
        refuseUnknown(
                "productCategoryId",
                input.productCategoryId(),
                categories.choices(viewer, saved == null ? null : saved.getProductCategoryId()),
                errors);
        refuseUnknown(
                "unitId", input.unitId(), units.options(viewer, saved == null ? null : saved.getUnitId()), errors);
        refuseUnknown(
                "taxRateId",
                input.taxRateId(),
                taxes.options(viewer, saved == null ? null : saved.getTaxRateId()),
                errors);
        return errors.hasErrors();
    }

    private static void refuseUnknown(String field, @Nullable Long chosen, List<Option> offered, BindingResult errors) {
        if (chosen != null && offered.stream().noneMatch(option -> Objects.equals(option.value(), chosen))) {
            errors.rejectValue(field, "sales.product.error.choice");
        }
    }

    String form(Viewer viewer, Model model, long id, SaveProduct input) {
        if (!model.containsAttribute("product")) {
            model.addAttribute("product", input);
        }
        model.addAttribute("id", id);
        model.addAttribute("kinds", kinds());
        model.addAttribute("categories", categories.choices(viewer, input.productCategoryId()));
        model.addAttribute("units", units.options(viewer, input.unitId()));
        model.addAttribute("taxes", taxes.options(viewer, input.taxRateId()));
        model.addAttribute("currencies", rates.currencies(viewer));
        return "sales/product/form";
    }

    private List<Option> kinds() {
        Locale locale = LocaleContextHolder.getLocale();
        return Stream.of(ProductKind.values())
                .map(kind -> new Option(
                        kind, Objects.requireNonNull(messages.getMessage("sales.product.kind." + kind, null, locale))))
                .toList();
    }
}
