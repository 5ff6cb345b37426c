package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.QuotaStandings.Standing;

/**
 * What somebody, or some people together, have done in some days. Amounts in the company's currency.
 *
 * @param counts by what is counted; what is missing is none
 * @param amounts of the same; of {@link Fact#QUOTE} what was taken off, of {@link Fact#LISTED}
 *     what the same quotes would have come to at list prices
 * @param cycle days within which half of the wins were won; null where nothing was
 * @param standing against the quota; null where none can be told
 */
public record Deeds(
        Map<Fact, Long> counts,
        Map<Fact, BigDecimal> amounts,
        @Nullable Integer cycle,
        @Nullable Standing standing) {

    static final Deeds NONE = new Deeds(Map.of(), Map.of(), null, null);

    /** What is counted. */
    public enum Fact {
        WON,
        LOST,
        OPEN,
        QUOTE,
        LISTED,
        CALL("phone"),
        MEETING("users"),
        NOTE("note"),
        TASK("list-check"),
        COST;

        private final String icon;

        Fact() {
            this("");
        }

        Fact(String icon) {
            this.icon = icon;
        }

        /** Of the kinds of activities. */
        public String icon() {
            return icon;
        }
    }

    static final List<Fact> KINDS = List.of(Fact.CALL, Fact.MEETING, Fact.NOTE, Fact.TASK);

    Deeds with(Fact fact, long count, BigDecimal amount) {
        Map<Fact, Long> more = new EnumMap<>(Fact.class);
        more.putAll(counts);
        more.merge(fact, count, Long::sum);
        Map<Fact, BigDecimal> sums = new EnumMap<>(Fact.class);
        sums.putAll(amounts);
        sums.merge(fact, amount, BigDecimal::add);
        return new Deeds(more, sums, cycle, standing);
    }

    Deeds with(@Nullable Integer days, @Nullable Standing reached) {
        return new Deeds(counts, amounts, days, reached);
    }

    public long count(Fact fact) {
        return counts.getOrDefault(fact, 0L);
    }

    public BigDecimal amount(Fact fact) {
        return amounts.getOrDefault(fact, BigDecimal.ZERO);
    }

    /** The kinds of activities of which there are any. */
    public List<Fact> kinds() {
        return KINDS.stream().filter(kind -> count(kind) > 0).toList();
    }

    public long activities() {
        return count(Fact.CALL) + count(Fact.MEETING) + count(Fact.NOTE) + count(Fact.TASK);
    }

    /** Of a measure; null where there is nothing to measure. */
    public @Nullable BigDecimal value(PeopleMeasure measure) {
        return switch (measure) {
            case WON_AMOUNT -> amount(Fact.WON);
            case WON_COUNT -> BigDecimal.valueOf(count(Fact.WON));
            case ATTAINMENT -> standing == null ? null : standing.percent();
            case ACTIVITIES -> BigDecimal.valueOf(activities());
            case CONVERSION -> share(count(Fact.WON), count(Fact.WON) + count(Fact.LOST));
            case CYCLE -> cycle == null ? null : BigDecimal.valueOf(cycle);
            case DISCOUNT -> percent(amount(Fact.QUOTE), amount(Fact.LISTED));
            case PIPELINE -> amount(Fact.OPEN);
        };
    }

    private static @Nullable BigDecimal share(long part, long of) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(of));
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal of) {
        return of.signum() == 0 ? null : part.movePointRight(2).divide(of, 1, RoundingMode.HALF_UP);
    }
}
