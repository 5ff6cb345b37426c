package org.triviumcrm.marketing.mining.measure;

/**
 * So many of so many, and between what the true share lies with 95 % certainty (Wilson's interval, which stays within 0 and 1 and
 * holds for few cases as well).
 *
 * @param yes how many said yes
 * @param count of how many
 */
public record Share(long yes, long count) {

    private static final double Z = 1.959963984540054;

    public Share {
        if (yes < 0 || yes > count) {
            throw new IllegalArgumentException(yes + " of " + count);
        }
    }

    /** 0 where there is nobody. */
    public double value() {
        return count == 0 ? 0 : (double) yes / count;
    }

    public double low() {
        return count == 0 ? 0 : Math.max(0, Math.min(value(), middle() - reach()));
    }

    public double high() {
        return count == 0 ? 1 : Math.min(1, Math.max(value(), middle() + reach()));
    }

    /** Whether a true share of this size would be no surprise. */
    public boolean covers(double share) {
        return low() <= share && share <= high();
    }

    public Share plus(Share other) {
        return new Share(yes + other.yes, count + other.count);
    }

    private double middle() {
        return (value() + Z * Z / (2 * count)) / (1 + Z * Z / count);
    }

    private double reach() {
        double share = value();
        return Z / (1 + Z * Z / count) * Math.sqrt(share * (1 - share) / count + Z * Z / (4.0 * count * count));
    }
}
