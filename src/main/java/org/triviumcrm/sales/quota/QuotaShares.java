package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.triviumcrm.shared.money.Rounding;

/** Divides quotas so that no cent is lost: the parts make up the whole, over the months of a year and over who is below. */
final class QuotaShares {

    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    private QuotaShares() {}

    /**
     * A year's amount over its months, with quarters that are the sums of theirs.
     *
     * @param weights twelve; all alike when they are zero
     */
    static Quotas overMonths(int year, BigDecimal amount, List<BigDecimal> weights, Rounding rounding) {
        return up(year, rounding.share(amount, weights), amount);
    }

    /** Quarters and the year as the sums of twelve months. */
    static Quotas up(int year, List<BigDecimal> months) {
        return up(year, months, months.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Quotas up(int year, List<BigDecimal> months, BigDecimal whole) {
        Map<Period, BigDecimal> all = new HashMap<>();
        Period whole12 = Period.year(year);
        all.put(whole12, whole);
        for (int at = 0; at < MONTHS; at++) {
            Period month = Period.month(whole12.start().plusMonths(at));
            all.put(month, months.get(at));
            all.merge(new Period(month.start().minusMonths(at % QUARTER), QUARTER), months.get(at), BigDecimal::add);
        }
        return new Quotas(all);
    }

    /**
     * The quotas of one over those below: month by month where all months are known, else quarter by quarter, else the year. What is
     * longer is the sum of what it is made of, so that each period of those below adds up to that of the one above.
     *
     * @param weights one for each of those below
     * @return in their order
     */
    static List<Quotas> down(int year, Quotas above, List<BigDecimal> weights, Rounding rounding) {
        int length = finest(year, above);
        List<Map<Period, BigDecimal>> parts = new ArrayList<>();
        weights.forEach(weight -> parts.add(new HashMap<>()));
        if (length == 0) {
            return parts.stream().map(Quotas::new).toList();
        }
        Quotas.all(year).filter(period -> period.months() == length).forEach(period -> {
            List<BigDecimal> shares = rounding.share(java.util.Objects.requireNonNull(above.of(period)), weights);
            for (int at = 0; at < shares.size(); at++) {
                parts.get(at).put(period, shares.get(at));
            }
        });
        return parts.stream().map(part -> withSums(year, new Quotas(part))).toList();
    }

    private static Quotas withSums(int year, Quotas finest) {
        Map<Period, BigDecimal> all = new HashMap<>();
        Quotas.all(year).forEach(period -> {
            BigDecimal amount = finest.of(period);
            if (amount != null) {
                all.put(period, amount);
            }
        });
        return new Quotas(all);
    }

    /** Months of the shortest periods that are all known: 1, 3 or 12; 0 when not even the year is. */
    private static int finest(int year, Quotas above) {
        for (int length : new int[] {1, QUARTER, MONTHS}) {
            if (Quotas.all(year)
                    .filter(period -> period.months() == length)
                    .allMatch(period -> above.of(period) != null)) {
                return length;
            }
        }
        return 0;
    }
}
