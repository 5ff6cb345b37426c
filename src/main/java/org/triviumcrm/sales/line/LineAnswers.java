package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.format.TypedNumber;

/** What the form of a paper says while somebody fills it in; nothing of it is kept. */
@Component
@Transactional(readOnly = true)
public class LineAnswers {

    private final LinePrices prices;
    private final PaperDrafts drafts;
    private final VisibleCustomers customers;

    LineAnswers(LinePrices prices, PaperDrafts drafts, VisibleCustomers customers) {
        this.prices = prices;
        this.drafts = drafts;
        this.customers = customers;
    }

    /**
     * What is proposed for so many of each product; empty while the form does not say for whom and when.
     *
     * @param counts beside each product, as typed: a list of numbers would be divided at the commas in them. What can't be read, or is not
     *     there, counts as one
     * @return those that are products, in their order
     */
    public List<ProposedLine> proposed(Viewer viewer, SavePaper paper, List<Long> products, List<String> counts) {
        if (!priceable(viewer, paper) || products.isEmpty()) {
            return List.of();
        }
        LinePrices.Priced priced = prices.look(PriceTerms.of(paper), products);
        return IntStream.range(0, Math.min(products.size(), SavePaper.MOST_LINES))
                .mapToObj(at ->
                        priced.price(products.get(at), at < counts.size() ? count(counts.get(at)) : BigDecimal.ONE))
                .flatMap(Optional::stream)
                .map(ProposedLine::of)
                .toList();
    }

    private static BigDecimal count(String typed) {
        try {
            return Objects.requireNonNullElse(TypedNumber.read(typed), BigDecimal.ONE);
        } catch (IllegalArgumentException unreadable) {
            return BigDecimal.ONE;
        }
    }

    /** Fills in what lines with a product and nothing else would say. */
    public void propose(Viewer viewer, SavePaper quote) {
        if (!priceable(viewer, quote) || quote.products().isEmpty()) {
            return;
        }
        LinePrices.Priced priced = prices.look(PriceTerms.of(quote), quote.products());
        quote.getLines()
                .forEach(line -> priced.price(line.getProductId(), orOne(line.getQuantity()))
                        .ifPresent(price -> fill(line, price)));
    }

    private static void fill(SaveLine line, LinePrice price) {
        OfferedProduct product = price.product();
        if (line.getWords() == null) {
            line.setWords(product.name());
            line.setDetail(product.description());
            line.setUnit(product.unit());
        }
        line.setTax(product.percent() == null ? null : PaperLine.plain(product.percent()));
        line.setPrice(price.amount() == null ? null : PaperLine.plain(price.amount()));
    }

    /** What it would come to; empty while the form does not say enough. */
    public Optional<PaperSums> sums(Viewer viewer, SavePaper quote) {
        if (!priceable(viewer, quote)) {
            return Optional.empty();
        }
        try {
            return Optional.of(drafts.reckon(viewer, quote).sums());
        } catch (IllegalPaper noRate) {
            return Optional.empty();
        }
    }

    private boolean priceable(Viewer viewer, SavePaper quote) {
        return quote.getCustomerId() != null
                && quote.getCurrency() != null
                && quote.getLanguage() != null
                && quote.pricedOn() != null
                && customers.sees(viewer, quote.getCustomerId());
    }

    private static BigDecimal orOne(@Nullable BigDecimal quantity) {
        return quantity == null ? BigDecimal.ONE : quantity;
    }
}
