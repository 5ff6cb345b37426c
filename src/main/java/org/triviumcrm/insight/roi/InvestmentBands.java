package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where bands of investment end, as somebody writes them. */
final class InvestmentBands {

    private static final int MOST = 12;

    private InvestmentBands() {}

    /** The ends, ascending; null when what is said is none, empty when nothing is. */
    static @Nullable List<BigDecimal> ends(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return List.of();
        }
        try {
            List<BigDecimal> ends = Arrays.stream(said.trim().split("[,;，；\\s]+"))
                    .map(BigDecimal::new)
                    .distinct()
                    .toList();
            boolean are = ends.size() <= MOST && ends.stream().allMatch(InvestmentBands::isAmount);
            return are ? ends.stream().sorted().toList() : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Above zero, and no longer than an amount can be. */
    private static boolean isAmount(BigDecimal end) {
        return end.signum() > 0
                && (long) end.precision() - end.scale() <= RoiFilter.DIGITS
                && end.scale() <= RoiFilter.DECIMALS;
    }
}
