package org.triviumcrm.marketing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.triviumcrm.marketing.CampaignRevenue;

/** Every table of a plan adds up to the same, and each figure to the campaigns behind it. */
class PlanFactsTests {

    private static final int YEAR = 2026;

    @Property
    void theMonthsOfAQuarterMakeItsMoney(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        List<BigDecimal> months = PlanFacts.thirds(amount);
        assertThat(months).hasSize(3);
        assertThat(months.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(amount);
        assertThat(months.get(0).subtract(months.get(2)))
                .as("as even as cents allow")
                .isBetween(BigDecimal.ZERO, new BigDecimal("0.01"));
        assertThat(months.get(1)).isBetween(months.get(2), months.get(0));
    }

    @Property(tries = 200)
    void allTablesAgree(@ForAll @Size(max = 12) List<@IntRange(max = 9999) Integer> seeds) {
        PlanFacts facts = facts(seeds);
        PlanAmounts total = facts.total();
        assertSame(sum(facts.by(PlanFact::month).values()), total);
        assertSame(sum(facts.by(PlanCut::regionOf).values()), total);
        assertSame(sum(facts.by(PlanCut::methodOf).values()), total);
        PlanAmounts inside = sum(facts.by(PlanFact::quarter).values());
        PlanAmounts outside = facts.of(PlanCut.month(PlanFact.BEFORE))
                .total()
                .plus(facts.of(PlanCut.month(PlanFact.AFTER)).total());
        assertSame(inside.plus(outside), total);
        assertThat(total.left()).isEqualByComparingTo(total.planned().subtract(total.cost()));
        assertThat(outside.planned()).isZero();
        assertThat(outside.budget()).as("the nearest month takes it").isZero();
    }

    @Property(tries = 200)
    void whatIsBehindAFigureMakesIt(@ForAll @Size(max = 12) List<@IntRange(max = 9999) Integer> seeds) {
        PlanFacts facts = facts(seeds);
        facts.by(PlanFact::quarter)
                .forEach((quarter, sum) ->
                        assertSame(facts.of(PlanCut.quarter(quarter)).total(), sum));
        facts.by(PlanFact::month)
                .forEach((month, sum) ->
                        assertSame(facts.of(PlanCut.month(month)).total(), sum));
        facts.by(PlanCut::regionOf)
                .forEach((region, sum) ->
                        assertSame(facts.of(PlanCut.region(region)).total(), sum));
        facts.by(PlanCut::methodOf)
                .forEach((method, sum) ->
                        assertSame(facts.of(PlanCut.method(method)).total(), sum));
    }

    @Test
    void whatIsLeftIsSaidInPerCentOfWhatMayBeSpent() {
        PlanAmounts sum = PlanAmounts.ofLine(new BigDecimal("300"), new BigDecimal("400"))
                .plus(PlanAmounts.ofCampaign(
                        new BigDecimal("250"), new BigDecimal("375"), new BigDecimal("30"), new BigDecimal("70")));
        assertThat(sum.left()).isEqualByComparingTo("-75");
        assertThat(sum.leftPercent()).isEqualByComparingTo("-25");
        assertThat(sum.revenuePercent()).isEqualByComparingTo("25");
        assertThat(PlanAmounts.NONE.leftPercent()).as("no figure for that").isNull();
    }

    @Test
    void knowsTheDaysOfItsParts() {
        assertThat(PlanCut.quarter(3).first(YEAR)).isEqualTo("2026-07-01");
        assertThat(PlanCut.quarter(3).last(YEAR)).isEqualTo("2026-09-30");
        assertThat(PlanCut.month(2).last(YEAR)).isEqualTo("2026-02-28");
        assertThat(PlanCut.month(PlanFact.BEFORE).first(YEAR)).isNull();
        assertThat(PlanCut.month(PlanFact.BEFORE).last(YEAR)).isEqualTo("2025-12-31");
        assertThat(PlanCut.month(PlanFact.AFTER).first(YEAR)).isEqualTo("2027-01-01");
        assertThat(PlanCut.month(PlanFact.AFTER).last(YEAR)).isNull();
        assertThat(PlanCut.region("A & B").href(7)).isEqualTo("/marketing/plans/7/campaigns?region=A%20%26%20B");
    }

    private static PlanFacts facts(List<Integer> seeds) {
        List<PlanLineRow> lines = new ArrayList<>();
        List<PlannedCampaign> campaigns = new ArrayList<>();
        List<PlanMonth> months = new ArrayList<>();
        List<CampaignRevenue.Month> won = new ArrayList<>();
        long id = 0;
        for (int seed : seeds) {
            id++;
            String region = region(seed);
            Long method = seed % 4 == 0 ? null : seed % 4L;
            BigDecimal amount = BigDecimal.valueOf(seed, 2);
            lines.add(new PlanLineRow(seed % 4 + 1, region, method, "M", amount, seed % 5 == 0 ? null : amount));
            LocalDate start = LocalDate.of(YEAR, 1, 1).plusDays(seed % 900 - 200L);
            campaigns.add(
                    new PlannedCampaign(id, "C", "RUNNING", seed % 4 + 1L, "M", region(seed / 3), start, amount, 1, 1));
            months.add(new PlanMonth(id, start.withDayOfMonth(1), amount, amount.add(BigDecimal.ONE)));
            months.add(new PlanMonth(id, start.withDayOfMonth(1).plusMonths(3), amount.negate(), BigDecimal.ZERO));
            won.add(new CampaignRevenue.Month(id, start.withDayOfMonth(1).plusMonths(7), amount, BigDecimal.ONE));
        }
        return PlanFacts.of(YEAR, lines, campaigns, months, won);
    }

    private static @Nullable String region(int seed) {
        return switch (seed % 3) {
            case 0 -> null;
            case 1 -> "East";
            default -> "华东";
        };
    }

    private static PlanAmounts sum(Collection<PlanAmounts> all) {
        return all.stream().reduce(PlanAmounts.NONE, PlanAmounts::plus);
    }

    private static void assertSame(PlanAmounts one, PlanAmounts other) {
        assertThat(one.planned()).isEqualByComparingTo(other.planned());
        assertThat(one.expected()).isEqualByComparingTo(other.expected());
        assertThat(one.budget()).isEqualByComparingTo(other.budget());
        assertThat(one.cost()).isEqualByComparingTo(other.cost());
        assertThat(one.revenue()).isEqualByComparingTo(other.revenue());
    }
}
