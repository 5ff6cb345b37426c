package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What of a line of a quote counts for its sums; none of the numbers is negative.
 *
 * @param price of one, in the currency of the quote
 * @param discount of the line, in per cent, 0 to 100
 * @param tax in per cent
 * @param counts whether it belongs to what is offered: not so an optional line that nobody chose
 * @param cost of one in the currency of the quote; null when it is not known
 */
public record SumLine(
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal discount,
        BigDecimal tax,
        boolean counts,
        @Nullable BigDecimal cost) {

    /** What it would come to without its discount. */
    BigDecimal full() {
        return quantity.multiply(price);
    }
}
