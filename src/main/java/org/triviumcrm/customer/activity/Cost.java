package org.triviumcrm.customer.activity;

import java.math.BigDecimal;

/**
 * What an activity has cost.
 *
 * @param base the amount in the company's currency, by the rate of the activity's day
 */
record Cost(CostKind kind, BigDecimal amount, String currency, BigDecimal base) {

    boolean isOf(BigDecimal otherAmount, String otherCurrency) {
        return amount.compareTo(otherAmount) == 0 && currency.equals(otherCurrency);
    }

    /** The same money, spent on something else. */
    Cost as(CostKind other) {
        return new Cost(other, amount, currency, base);
    }
}
