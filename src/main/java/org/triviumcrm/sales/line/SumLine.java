package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What of a line of a quote counts for its sums; none of the numbers is negative.
 *
 * @param listPrice of one without anybody's favour: what a lower price leaves out is a discount, too; null when there is none
 * @param price of one, in the currency of the quote
 * @param discount of the line, in per cent, 0 to 100
 * @param tax in per cent
 * @param counts whether it belongs to what is offered: not so an optional line that nobody chose
 * @param cost of one in the currency of the quote; null when it is not known
 */
public record SumLine(
        BigDecimal quantity,
        @Nullable BigDecimal listPrice,
        BigDecimal price,
        BigDecimal discount,
        BigDecimal tax,
        boolean counts,
        @Nullable BigDecimal cost) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The same, chosen or not. */
    SumLine counting(boolean counted) {
        return new SumLine(quantity, listPrice, price, discount, tax, counted, cost);
    }

    /** What it would come to without its discount and at its list price, where that is higher. */
    BigDecimal full() {
        return quantity.multiply(listPrice == null ? price : price.max(listPrice));
    }

    /** What it comes to by its price and its discount. */
    BigDecimal discounted() {
        return quantity.multiply(price).multiply(HUNDRED.subtract(discount)).movePointLeft(2);
    }

    /** How much of it is taken off, in per cent, to two decimals. */
    BigDecimal discountPercent() {
        BigDecimal full = full();
        return full.signum() == 0
                ? BigDecimal.ZERO
                : full.subtract(discounted()).multiply(HUNDRED).divide(full, 2, RoundingMode.HALF_UP);
    }
}
