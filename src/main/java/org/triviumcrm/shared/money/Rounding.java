package org.triviumcrm.shared.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What sums of a currency are rounded to.
 *
 * @param step the smallest difference between two sums, such as 0.01; greater than zero
 */
public record Rounding(BigDecimal step) {

    private static final int USUAL_DECIMALS = 2;
    private static final int PRECISION = 12;

    public Rounding {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("no step to round to: " + step);
        }
    }

    /** By the smallest unit of a currency as ISO 4217 says; two decimals for codes that it does not know. */
    public static Rounding of(String currency) {
        return new Rounding(BigDecimal.ONE.movePointLeft(decimals(currency)));
    }

    /** How many digits the smallest unit of a currency has behind the point: 0 for JPY, 2 for USD, 3 for KWD. */
    public static int decimals(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .findFirst()
                .map(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .orElse(USUAL_DECIMALS);
    }

    /** To the nearest step; what lies half way goes away from zero. */
    public BigDecimal round(BigDecimal amount) {
        return amount.divide(step, 0, RoundingMode.HALF_UP).multiply(step).setScale(scale(), RoundingMode.UNNECESSARY);
    }

    /** Digits behind the point of what is rounded. */
    public int scale() {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    /**
     * Divides a sum by weights into rounded parts that add up to the rounded sum, to the last cent: each gets the steps that it is
     * due whole, those that remain go to the largest remainders, of equal ones to the first (Hamilton's method).
     *
     * @param weights none negative; where all are zero they count alike
     * @return as many parts as weights; none of them is more than a step away from its exact share
     */
    public List<BigDecimal> share(BigDecimal total, List<BigDecimal> weights) {
        if (weights.isEmpty()) {
            return List.of();
        }
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean alike = sum.signum() == 0;
        BigDecimal whole = alike ? BigDecimal.valueOf(weights.size()) : sum;
        BigDecimal steps = round(total).divide(step, 0, RoundingMode.UNNECESSARY);
        List<BigDecimal> given = new ArrayList<>();
        List<BigDecimal> left = new ArrayList<>();
        BigDecimal open = steps;
        for (BigDecimal weight : weights) {
            BigDecimal exact = steps.multiply(alike ? BigDecimal.ONE : weight)
                    .divide(whole, steps.precision() + PRECISION, RoundingMode.DOWN);
            BigDecimal part = exact.setScale(0, RoundingMode.DOWN);
            given.add(part);
            left.add(exact.subtract(part).abs());
            open = open.subtract(part);
        }
        BigDecimal one = BigDecimal.valueOf(open.signum());
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> left.get(at))
                        .reversed()
                        .thenComparing(at -> at))
                .limit(open.abs().intValueExact())
                .forEach(at -> given.set(at, given.get(at).add(one)));
        return given.stream()
                .map(part -> part.multiply(step).setScale(scale(), RoundingMode.UNNECESSARY))
                .toList();
    }
}
