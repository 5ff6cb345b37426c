package org.triviumcrm.insight.sold;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of sales is made of. Amounts are in the company's currency.
 *
 * @param rows those that the viewer sees, the latest first; none where customers are asked for
 * @param buyers the customers in those that the viewer sees, who bought last first; none where sales are asked for
 * @param all of all that the figure counts
 * @param hidden of those that the viewer does not see
 * @param names what is asked for is called
 * @param next where the next page begins; null on the last
 */
public record Sold(
        List<Row> rows,
        List<Buyer> buyers,
        Sum all,
        Sum hidden,
        List<String> names,
        @Nullable String next) {

    public Sold {
        rows = List.copyOf(rows);
        buyers = List.copyOf(buyers);
        names = List.copyOf(names);
    }

    /**
     * A won opportunity, or what a contract brings of a product.
     *
     * @param url null for a contract that the viewer may not open
     * @param revision of a contract; 1 for an opportunity
     */
    public record Row(
            String kind,
            long id,
            String name,
            @Nullable String url,
            int revision,
            LocalDate broughtOn,
            @Nullable String product,
            long productId,
            @Nullable String customer,
            BigDecimal amount) {}

    /**
     * A customer who bought, once.
     *
     * @param url null for one that the viewer may not open
     * @param lastOn the day of the last purchase
     */
    public record Buyer(long id, String name, @Nullable String url, LocalDate lastOn, long deals, BigDecimal amount) {}

    public boolean isEmpty() {
        return rows.isEmpty() && buyers.isEmpty();
    }

    /** @param deals a contract of several products is one, an amendment none */
    public record Sum(BigDecimal amount, long deals, long customers) {

        static final Sum NONE = new Sum(BigDecimal.ZERO, 0, 0);

        Sum without(Sum some) {
            return new Sum(amount.subtract(some.amount), deals - some.deals, customers - some.customers);
        }
    }
}
