package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.release.IllegalQuote;

/** What the form of a quote says while somebody fills it in; nothing of it is kept. */
@Service
@Transactional(readOnly = true)
public class QuoteFormService {

    private final QuotePrices prices;
    private final QuoteDrafts drafts;
    private final VisibleCustomers customers;

    QuoteFormService(QuotePrices prices, QuoteDrafts drafts, VisibleCustomers customers) {
        this.prices = prices;
        this.drafts = drafts;
        this.customers = customers;
    }

    /**
     * What is proposed for so many of each product; empty while the form does not say for whom and when.
     *
     * @param counts beside each product; one where there are fewer of them
     */
    @CanViewQuotes
    List<LinePrice> prices(Viewer viewer, SaveQuote quote, List<Long> products, List<BigDecimal> counts) {
        if (!priceable(viewer, quote) || products.isEmpty()) {
            return List.of();
        }
        QuotePrices.Priced priced = prices.look(QuoteTerms.of(quote), products);
        return IntStream.range(0, Math.min(products.size(), SaveQuote.MOST_LINES))
                .mapToObj(at ->
                        priced.price(products.get(at), at < counts.size() ? orOne(counts.get(at)) : BigDecimal.ONE))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Fills in what lines with a product and nothing else would say. */
    @CanViewQuotes
    void propose(Viewer viewer, SaveQuote quote) {
        if (!priceable(viewer, quote) || quote.products().isEmpty()) {
            return;
        }
        QuotePrices.Priced priced = prices.look(QuoteTerms.of(quote), quote.products());
        quote.getLines()
                .forEach(line -> priced.price(line.getProductId(), orOne(line.getQuantity()))
                        .ifPresent(price -> fill(line, price)));
    }

    private static void fill(SaveQuoteLine line, LinePrice price) {
        OfferedProduct product = price.product();
        line.setWords(product.name());
        line.setDetail(product.description());
        line.setUnit(product.unit());
        line.setTax(product.percent() == null ? null : QuoteLine.plain(product.percent()));
        line.setPrice(price.amount() == null ? null : QuoteLine.plain(price.amount()));
    }

    /** What it would come to; empty while the form does not say enough. */
    @CanViewQuotes
    Optional<QuoteSums> sums(Viewer viewer, SaveQuote quote) {
        if (!priceable(viewer, quote)) {
            return Optional.empty();
        }
        try {
            return Optional.of(drafts.reckon(viewer, quote).sums());
        } catch (IllegalQuote noRate) {
            return Optional.empty();
        }
    }

    private boolean priceable(Viewer viewer, SaveQuote quote) {
        return quote.getCustomerId() != null
                && quote.getCurrency() != null
                && quote.getLanguage() != null
                && quote.getQuotedOn() != null
                && customers.sees(viewer, quote.getCustomerId());
    }

    private static BigDecimal orOne(@Nullable BigDecimal quantity) {
        return quantity == null ? BigDecimal.ONE : quantity;
    }
}
