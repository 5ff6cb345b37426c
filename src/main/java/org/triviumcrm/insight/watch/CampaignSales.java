package org.triviumcrm.insight.watch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.insight.watch.SalesWindows.Window;

/**
 * What was sold of a campaign's products in its region, during and after it, against before and against the year before. Amounts
 * are in the company's currency.
 *
 * @param region null where it is for all
 * @param all the products together
 */
record CampaignSales(
        long id,
        String name,
        @Nullable String region,
        SalesWindows windows,
        List<Row> rows,
        Row all,
        List<Step> steps) {

    /**
     * An amount of some days, and where its rows are.
     *
     * @param won how many deals it is made of: won opportunities and contracts, amendments not
     */
    record Sold(BigDecimal amount, long won, Window window, String href) {

        BigDecimal perDay() {
            return amount.divide(BigDecimal.valueOf(window.days()), 10, RoundingMode.HALF_UP);
        }
    }

    /**
     * How many of the customers have bought within a year, before it began and at the end of what is known.
     *
     * @param customers in the region
     * @param beforeHref who they were
     * @param nowHref who they are
     */
    record Coverage(long before, long now, long customers, String beforeHref, String nowHref) {

        /** In per cent; null where there are no customers. */
        @Nullable
        public BigDecimal shareBefore() {
            return percent(before, customers);
        }

        @Nullable
        public BigDecimal shareNow() {
            return percent(now, customers);
        }

        private static @Nullable BigDecimal percent(long part, long whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        }
    }

    /**
     * A product; windows that have not begun are null.
     *
     * @param coverage how many customers buy it
     */
    record Row(
            String name,
            @Nullable Sold before,
            @Nullable Sold during,
            @Nullable Sold after,
            @Nullable Sold yearBefore,
            Coverage coverage) {

        /** Of what was sold a day, during it against before, in per cent; null where there is nothing to compare with. */
        @Nullable
        public BigDecimal growth() {
            return growth(during, before);
        }

        @Nullable
        public BigDecimal growthAfter() {
            return growth(after, before);
        }

        @Nullable
        public BigDecimal growthOfYear() {
            return growth(during, yearBefore);
        }

        private static @Nullable BigDecimal growth(@Nullable Sold now, @Nullable Sold then) {
            return now == null || then == null || then.amount().signum() <= 0
                    ? null
                    : now.perDay()
                            .subtract(then.perDay())
                            .movePointRight(2)
                            .divide(then.perDay(), 1, RoundingMode.HALF_UP);
        }
    }

    /** What was sold in a day or week, and in the same a year earlier. */
    record Step(String label, BigDecimal amount, BigDecimal yearBefore, boolean within, String href) {}

    public boolean isBegun() {
        return windows.during().isPresent();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
