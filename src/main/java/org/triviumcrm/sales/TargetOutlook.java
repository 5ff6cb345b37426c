package org.triviumcrm.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;

/**
 * A monthly target, amounts in the company's currency.
 *
 * @param won signed in the present month so far
 * @param gaps the coming months that sign less than the target, as the funnel forecasts
 * @param href the funnel page that shows the same
 */
public record TargetOutlook(BigDecimal target, BigDecimal won, List<Gap> gaps, String href) {

    public TargetOutlook {
        gaps = List.copyOf(gaps);
    }

    /** A month and how much less than the target it signs. */
    public record Gap(YearMonth month, BigDecimal shortfall) {}

    /** What is won, in per cent of the target, rounded down: 100 only when it is reached. */
    public BigDecimal percent() {
        return won.movePointRight(2).divide(target, 0, RoundingMode.DOWN);
    }

    /** What the month still lacks; zero when the target is reached. */
    public BigDecimal missing() {
        return target.subtract(won).max(BigDecimal.ZERO);
    }
}
