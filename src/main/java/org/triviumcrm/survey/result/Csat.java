package org.triviumcrm.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How many are satisfied: who says 4 or 5 of 5. */
public record Csat(long answers, long satisfied) {

    private static final int DIGITS = 4;

    public Csat {
        if (satisfied < 0 || satisfied > answers) {
            throw new IllegalArgumentException(satisfied + " of " + answers);
        }
    }

    /** From 0 to 1; null without an answer. */
    public @Nullable BigDecimal share() {
        return answers == 0
                ? null
                : BigDecimal.valueOf(satisfied).divide(BigDecimal.valueOf(answers), DIGITS, RoundingMode.HALF_UP);
    }

    Csat plus(Csat other) {
        return new Csat(answers + other.answers, satisfied + other.satisfied);
    }
}
