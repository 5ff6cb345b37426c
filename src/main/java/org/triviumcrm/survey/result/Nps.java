package org.triviumcrm.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many would recommend us: 9 and 10 promote, 0 to 6 detract, 7 and 8 do neither.
 *
 * @param answers all of them
 */
public record Nps(long answers, long promoters, long detractors) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static final int PROMOTES_FROM = 9;
    static final int DETRACTS_TO = 6;

    public Nps {
        if (promoters < 0 || detractors < 0 || promoters + detractors > answers) {
            throw new IllegalArgumentException(promoters + " and " + detractors + " of " + answers);
        }
    }

    /**
     * The share of promoters minus that of detractors, from −100 to 100: reckoned from the counts, rounded half away from zero only at
     * the end. Null without an answer.
     */
    public @Nullable Integer score() {
        return answers == 0
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(promoters - detractors))
                        .divide(BigDecimal.valueOf(answers), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    public long passives() {
        return answers - promoters - detractors;
    }

    Nps plus(Nps other) {
        return new Nps(answers + other.answers, promoters + other.promoters, detractors + other.detractors);
    }
}
