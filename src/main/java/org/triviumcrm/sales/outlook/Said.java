package org.triviumcrm.sales.outlook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is said of somebody's period: by the person, and by who answers for the person. The later of the two counts.
 *
 * @param submitted the person's latest word
 * @param adjusted the latest word of somebody else
 */
public record Said(
        @Nullable ForecastStatement submitted, @Nullable ForecastStatement adjusted) {

    static final Said NOTHING = new Said(null, null);

    Said with(ForecastStatement statement) {
        return statement.isAdjusted() ? new Said(submitted, statement) : new Said(statement, adjusted);
    }

    public @Nullable ForecastStatement counts() {
        if (submitted == null || adjusted == null) {
            return submitted == null ? adjusted : submitted;
        }
        return adjusted.saidAt().isBefore(submitted.saidAt()) ? submitted : adjusted;
    }

    /** Whether the person has said something new since it was adjusted. */
    public boolean isOutdated() {
        return adjusted != null && counts() != adjusted;
    }

    public @Nullable BigDecimal committed() {
        ForecastStatement last = counts();
        return last == null ? null : last.committed();
    }

    public @Nullable BigDecimal bestCase() {
        ForecastStatement last = counts();
        return last == null ? null : last.bestCase();
    }
}
