package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.TypedNumber;

/** What the form of a quote asks while somebody fills it in. */
@Controller
class QuotePriceController {

    private final QuoteFormService form;

    QuotePriceController(QuoteFormService form) {
        this.form = form;
    }

    /** A line as the form adds it. @param price null when the product has none in this currency */
    record ProposedLine(
            long productId,
            String words,
            @Nullable String detail,
            @Nullable String unit,
            @Nullable BigDecimal price,
            @Nullable BigDecimal tax,
            @Nullable String source) {

        private static ProposedLine of(LinePrice price) {
            OfferedProduct offered = price.product();
            return new ProposedLine(
                    offered.id(),
                    offered.name(),
                    offered.description(),
                    offered.unit(),
                    price.amount() == null ? null : QuoteLine.plain(price.amount()),
                    offered.percent() == null ? null : QuoteLine.plain(offered.percent()),
                    price.source());
        }
    }

    /**
     * What is proposed for some products, for the customer and the day that the form says.
     *
     * @param parameters {@code count}: how many of each, as typed; what can't be read counts as one
     * @return those that are products, in their order
     */
    @CanEditQuotes
    @PostMapping("/sales/quotes/prices")
    @ResponseBody
    List<ProposedLine> prices(
            SaveQuote quote,
            BindingResult unfinished,
            @RequestParam(defaultValue = "") List<Long> product,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer) {
        return form.prices(viewer, quote, product, counts(parameters.getOrDefault("count", List.of()))).stream()
                .map(ProposedLine::of)
                .toList();
    }

    /** Each as it was typed: a list of numbers would be divided at the commas in them. */
    private static List<BigDecimal> counts(List<String> typed) {
        return typed.stream().map(QuotePriceController::count).toList();
    }

    private static BigDecimal count(String typed) {
        try {
            return Objects.requireNonNullElse(TypedNumber.read(typed), BigDecimal.ONE);
        } catch (IllegalArgumentException unreadable) {
            return BigDecimal.ONE;
        }
    }

    /** What the form comes to. A line in which something is wrong counts as nothing until that is mended. */
    @CanEditQuotes
    @PostMapping("/sales/quotes/sums")
    String sums(SaveQuote quote, BindingResult unfinished, Viewer viewer, Model model) {
        model.addAttribute("quote", quote);
        model.addAttribute("sums", form.sums(viewer, quote).orElse(null));
        return "sales/quote/sums";
    }
}
