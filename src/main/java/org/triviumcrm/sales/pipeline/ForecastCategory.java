package org.triviumcrm.sales.pipeline;

import java.math.BigDecimal;

/** How sure it is that an opportunity is signed in the month it is expected in. */
public enum ForecastCategory {
    /** Whoever sells it answers for it. */
    COMMIT,
    /** It comes if all goes well. */
    BEST_CASE,
    /** Too early to count on. */
    PIPELINE,
    /** Left out of the forecast. */
    OMITTED;

    private static final BigDecimal SURE = BigDecimal.valueOf(75);
    private static final BigDecimal LIKELY = BigDecimal.valueOf(50);

    /** What a stage with such a chance, in per cent, begins with. */
    static ForecastCategory usual(BigDecimal probability) {
        if (probability.compareTo(SURE) >= 0) {
            return COMMIT;
        }
        return probability.compareTo(LIKELY) >= 0 ? BEST_CASE : PIPELINE;
    }
}
