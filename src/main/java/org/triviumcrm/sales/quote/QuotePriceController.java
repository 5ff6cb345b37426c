package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.Viewer;

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
     * @param count how many of each
     * @return those that are products, in their order
     */
    @CanEditQuotes
    @PostMapping("/sales/quotes/prices")
    @ResponseBody
    List<ProposedLine> prices(
            SaveQuote quote,
            BindingResult unfinished,
            @RequestParam(defaultValue = "") List<Long> product,
            @RequestParam(defaultValue = "") List<BigDecimal> count,
            Viewer viewer) {
        return form.prices(viewer, quote, product, count).stream()
                .map(ProposedLine::of)
                .toList();
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
