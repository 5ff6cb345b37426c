package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;

/**
 * An open stage of the funnel.
 *
 * @param amount what lies in it, in the company's currency
 * @param conversion the share from 0 to 1 that goes on to the next stage, or is won from the last
 * @param days how long an opportunity stays in it
 */
public record FunnelStage(long id, String name, BigDecimal amount, BigDecimal conversion, BigDecimal days) {

    public FunnelStage {
        if (conversion.signum() < 0 || conversion.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A conversion is a share from 0 to 1, not " + conversion);
        }
        if (amount.signum() < 0 || days.signum() < 0) {
            throw new IllegalArgumentException("Amount and days of a stage are never negative");
        }
    }
}
