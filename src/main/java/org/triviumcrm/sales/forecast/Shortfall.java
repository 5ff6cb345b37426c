package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;

/**
 * A team or a person whose part of the funnel brings less than the quotas of the months ahead.
 *
 * @param expected what the forecast says of the months that have a quota, in the company's currency
 * @param target the quotas of those months
 * @param href where to look into it
 */
public record Shortfall(String name, BigDecimal expected, BigDecimal target, String href) {

    public BigDecimal missing() {
        return target.subtract(expected);
    }
}
