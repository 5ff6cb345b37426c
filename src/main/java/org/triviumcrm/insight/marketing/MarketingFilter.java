package org.triviumcrm.insight.marketing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.AttributionModel;

/**
 * The year and the reckoning that a dashboard is asked for.
 *
 * @param year the present one without one
 */
record MarketingFilter(@Nullable Integer year, @Nullable AttributionModel model) {

    private static final int OFFERED = 6;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    /** With the year and the reckoning named. */
    MarketingFilter filled(int present) {
        return new MarketingFilter(year == null ? present : year, model == null ? AttributionModel.EVEN : model);
    }

    boolean isPossible() {
        return year == null || year >= EARLIEST && year <= LATEST;
    }

    int asked() {
        return year == null ? LocalDate.EPOCH.getYear() : year;
    }

    AttributionModel reckoning() {
        return model == null ? AttributionModel.EVEN : model;
    }

    /** The years to choose from, the latest first; what is asked for is among them. */
    List<Integer> years(int present) {
        return IntStream.concat(
                        IntStream.rangeClosed(present - OFFERED + 2, present + 1),
                        year == null ? IntStream.empty() : IntStream.of(year))
                .distinct()
                .boxed()
                .sorted((one, other) -> other - one)
                .toList();
    }
}
