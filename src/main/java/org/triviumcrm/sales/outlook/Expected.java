package org.triviumcrm.sales.outlook;

import java.math.BigDecimal;

/**
 * What is won in some months, and what is expected in them; all in the company's currency.
 *
 * @param commit open and sure
 * @param weighted what is won, and what is open times its chance, without what is omitted
 */
public record Expected(
        BigDecimal won,
        BigDecimal commit,
        BigDecimal bestCase,
        BigDecimal pipeline,
        BigDecimal omitted,
        BigDecimal weighted) {

    public static final Expected NOTHING = new Expected(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** One sum of a kind: WON or the name of a category. */
    public static Expected of(String kind, BigDecimal amount, BigDecimal weighted) {
        BigDecimal none = BigDecimal.ZERO;
        return switch (kind) {
            case "WON" -> new Expected(amount, none, none, none, none, amount);
            case "COMMIT" -> new Expected(none, amount, none, none, none, weighted);
            case "BEST_CASE" -> new Expected(none, none, amount, none, none, weighted);
            case "PIPELINE" -> new Expected(none, none, none, amount, none, weighted);
            default -> new Expected(none, none, none, none, amount, none);
        };
    }

    public Expected plus(Expected other) {
        return new Expected(
                won.add(other.won),
                commit.add(other.commit),
                bestCase.add(other.bestCase),
                pipeline.add(other.pipeline),
                omitted.add(other.omitted),
                weighted.add(other.weighted));
    }

    /** What is won by the end if what is sure comes. */
    public BigDecimal withCommit() {
        return won.add(commit);
    }

    /** What is won by the end if all goes well. */
    public BigDecimal withBest() {
        return withCommit().add(bestCase);
    }

    boolean isNothing() {
        return withBest().add(pipeline).add(omitted).signum() == 0;
    }
}
