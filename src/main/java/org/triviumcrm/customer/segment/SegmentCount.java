package org.triviumcrm.customer.segment;

import org.jspecify.annotations.Nullable;

/**
 * How many customers fit.
 *
 * @param matching of those whom the reader sees; null when it could not be found out in time
 * @param all whom the reader sees, to the nearest that is known without counting
 * @param exact whether they were counted, rather than reckoned from a sample
 * @param low at least so many fit, 19 times in 20
 * @param high at most so many do
 */
record SegmentCount(@Nullable Long matching, long all, boolean exact, long low, long high) {

    /** Of the normal distribution, for 95 %. */
    private static final double Z = 1.959963984540054;

    static SegmentCount counted(long matching, long all) {
        return new SegmentCount(matching, Math.max(all, matching), true, matching, matching);
    }

    /** Neither counted nor reckoned in time. */
    static SegmentCount unknown(long all) {
        return new SegmentCount(null, all, false, 0, all);
    }

    /**
     * Reckoned from a sample, with the bounds of Wilson's interval (Wilson, "Probable inference, the law of succession, and statistical
     * inference", JASA 22, 1927), which holds for few as well: of none among 10,000 there may still be 0.04 % of all. As pages of
     * the table were drawn rather than single rows, it is a little narrow where neighbours are alike.
     *
     * @param found how many of the sample fit
     * @param seen how many the sample has
     */
    static SegmentCount reckoned(long found, long seen, long all) {
        if (seen == 0) {
            return unknown(all);
        }
        double share = (double) found / seen;
        double wide = 1 + Z * Z / seen;
        double middle = (share + Z * Z / (2 * seen)) / wide;
        double reach = Z / wide * Math.sqrt(share * (1 - share) / seen + Z * Z / (4.0 * seen * seen));
        return new SegmentCount(
                Math.round(all * share),
                all,
                false,
                Math.max(found, (long) Math.floor(all * Math.max(0, Math.min(share, middle - reach)))),
                Math.min(all, (long) Math.ceil(all * Math.max(share, middle + reach))));
    }

    /** In per cent of all, one decimal; null where there is nothing to be a part of. */
    public @Nullable Double share() {
        return matching == null || all == 0 ? null : Math.min(100.0, Math.round(1000.0 * matching / all) / 10.0);
    }
}
