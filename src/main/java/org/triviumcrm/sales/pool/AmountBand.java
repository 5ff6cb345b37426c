package org.triviumcrm.sales.pool;

import java.util.Locale;

/** About how much an opportunity in a pool is worth, in the company's currency: more is not said before it is claimed. */
enum AmountBand {
    UNKNOWN,
    SMALL,
    MEDIUM,
    LARGE,
    HUGE;

    /** The amounts at which the next band begins. */
    private static final long MEDIUM_FROM = 10_000;

    private static final long LARGE_FROM = 100_000;
    private static final long HUGE_FROM = 1_000_000;

    /** SQL over the alias {@code o} of opportunities. */
    static final String SQL = String.format(
            Locale.ROOT,
            "case when o.base_amount = 0 then 'UNKNOWN' when o.base_amount < %d then 'SMALL' when o.base_amount < %d then 'MEDIUM'"
                    + " when o.base_amount < %d then 'LARGE' else 'HUGE' end",
            MEDIUM_FROM,
            LARGE_FROM,
            HUGE_FROM);
}
