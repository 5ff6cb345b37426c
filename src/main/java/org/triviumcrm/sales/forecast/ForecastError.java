package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far forecasts were from what came, in per cent with one decimal.
 *
 * @param mape mean absolute percentage error: the mean, over all months in which something came, of |said − came| ÷ came × 100; null
 *     when nothing ever came
 * @param bias by how many per cent more was said in all months together than came: (Σ said − Σ came) ÷ Σ came × 100, less than zero
 *     when less was said; null when nothing ever came
 * @param months how many months both are of
 */
public record ForecastError(
        @Nullable BigDecimal mape, @Nullable BigDecimal bias, int months) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** What was said of a month, and what came. */
    public record Pair(BigDecimal said, BigDecimal came) {

        /** (said − came) ÷ came × 100; null when nothing came. */
        public @Nullable BigDecimal percent() {
            return came.signum() == 0 ? null : rounded(percent(said.subtract(came), came));
        }

        private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
            return part.movePointRight(2).divide(whole, EXACT);
        }
    }

    /** Of months that something was said of. */
    public static ForecastError of(List<Pair> pairs) {
        List<BigDecimal> errors = pairs.stream()
                .filter(pair -> pair.came().signum() != 0)
                .map(pair -> Pair.percent(pair.said().subtract(pair.came()), pair.came())
                        .abs())
                .toList();
        BigDecimal came = pairs.stream().map(Pair::came).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal said = pairs.stream().map(Pair::said).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ForecastError(
                errors.isEmpty()
                        ? null
                        : rounded(errors.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(errors.size()), EXACT)),
                came.signum() == 0 ? null : rounded(Pair.percent(said.subtract(came), came)),
                pairs.size());
    }

    private static BigDecimal rounded(BigDecimal percent) {
        return percent.setScale(1, RoundingMode.HALF_UP);
    }
}
