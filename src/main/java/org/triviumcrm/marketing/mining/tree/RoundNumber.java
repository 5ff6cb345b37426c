package org.triviumcrm.marketing.mining.tree;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The number with the fewest digits between two others, as people would say it. */
final class RoundNumber {

    private RoundNumber() {}

    /** At least the first, below the second. */
    static double between(double from, double below) {
        if (!(from < below)) {
            throw new IllegalArgumentException(from + " is not below " + below);
        }
        BigDecimal low = BigDecimal.valueOf(from);
        BigDecimal high = BigDecimal.valueOf(below);
        for (int scale = -15; scale <= 15; scale++) {
            BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
            BigDecimal found = high.setScale(scale, RoundingMode.FLOOR);
            if (found.compareTo(high) >= 0) {
                found = found.subtract(step);
            }
            if (found.compareTo(low) >= 0 && from <= found.doubleValue() && found.doubleValue() < below) {
                return found.doubleValue();
            }
        }
        return from;
    }
}
