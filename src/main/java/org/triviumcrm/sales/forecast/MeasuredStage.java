package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A stage with what lies in it and what its history says.
 *
 * @param ended stays that ended in the window
 * @param forward those that went on or were won
 * @param setConversion in per cent, set by hand; used with setDays when the basis is set or too few stays have ended
 */
public record MeasuredStage(
        long id,
        String name,
        boolean measuredBasis,
        BigDecimal setConversion,
        int setDays,
        long count,
        BigDecimal amount,
        BigDecimal weighted,
        long ended,
        long forward,
        BigDecimal seconds) {

    /** Fewer ended stays say too little. */
    static final int ENOUGH = 5;

    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    public boolean measured() {
        return measuredBasis && ended >= ENOUGH;
    }

    /** In per cent. */
    public BigDecimal conversionPercent() {
        return measured()
                ? BigDecimal.valueOf(forward * 100).divide(BigDecimal.valueOf(ended), MathContext.DECIMAL128)
                : setConversion;
    }

    public BigDecimal days() {
        return measured()
                ? seconds.divide(DAY.multiply(BigDecimal.valueOf(ended)), MathContext.DECIMAL128)
                : BigDecimal.valueOf(setDays);
    }

    FunnelStage funnelStage() {
        return new FunnelStage(id, name, amount, conversionPercent().movePointLeft(2), days());
    }
}
