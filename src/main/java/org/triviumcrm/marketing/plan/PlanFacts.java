package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.CampaignRevenue;

/** What is planned for a year and what has come of it, in parts that every table of the plan adds up: so all of them agree. */
record PlanFacts(List<PlanFact> all) {

    private static final int MONTHS = 3;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** @param months of the campaigns given, whichever year they are in; so is what they won */
    static PlanFacts of(
            int year,
            List<PlanLineRow> lines,
            List<PlannedCampaign> campaigns,
            List<PlanMonth> months,
            List<CampaignRevenue.Month> won) {
        List<PlanFact> all = new ArrayList<>();
        lines.forEach(line -> all.addAll(planned(line)));
        Map<Long, PlannedCampaign> byId = new HashMap<>();
        for (PlannedCampaign campaign : campaigns) {
            byId.put(campaign.id(), campaign);
            // a budget belongs where its campaign starts, and to the nearest month where that is another year
            int month = Math.max(1, Math.min(12, PlanFact.month(year, campaign.startOn())));
            all.add(fact(campaign, month, campaign.budget(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        for (PlanMonth month : months) {
            all.add(fact(
                    Objects.requireNonNull(byId.get(month.campaignId())),
                    PlanFact.month(year, month.month()),
                    BigDecimal.ZERO,
                    month.cost(),
                    month.reported(),
                    BigDecimal.ZERO));
        }
        for (CampaignRevenue.Month month : won) {
            if (month.won().signum() == 0) {
                continue; // opportunities that are open, or lost
            }
            all.add(fact(
                    Objects.requireNonNull(byId.get(month.campaignId())),
                    PlanFact.month(year, month.month()),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    month.won()));
        }
        return new PlanFacts(List.copyOf(all));
    }

    private static PlanFact fact(
            PlannedCampaign campaign,
            int month,
            BigDecimal budget,
            BigDecimal cost,
            BigDecimal reported,
            BigDecimal won) {
        return new PlanFact(
                month,
                campaign.region(),
                campaign.methodId(),
                campaign.id(),
                PlanAmounts.ofCampaign(budget, cost, reported, won));
    }

    private static List<PlanFact> planned(PlanLineRow line) {
        List<BigDecimal> amounts = thirds(line.amount());
        List<BigDecimal> revenues = thirds(line.revenue() == null ? BigDecimal.ZERO : line.revenue());
        List<PlanFact> months = new ArrayList<>();
        for (int at = 0; at < MONTHS; at++) {
            int month = (line.quarter() - 1) * MONTHS + at + 1;
            months.add(new PlanFact(
                    month,
                    line.region(),
                    line.methodId(),
                    null,
                    PlanAmounts.ofLine(amounts.get(at), revenues.get(at))));
        }
        return months;
    }

    /** The money of a quarter's months: as even as cents allow, the first ones get what can't be divided. */
    static List<BigDecimal> thirds(BigDecimal amount) {
        BigDecimal least = amount.divide(BigDecimal.valueOf(MONTHS), 2, RoundingMode.DOWN);
        BigDecimal over = amount.subtract(least.multiply(BigDecimal.valueOf(MONTHS)));
        List<BigDecimal> months = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            BigDecimal more = over.min(CENT).max(BigDecimal.ZERO);
            months.add(least.add(more));
            over = over.subtract(more);
        }
        return months;
    }

    PlanAmounts total() {
        return all.stream().map(PlanFact::amounts).reduce(PlanAmounts.NONE, PlanAmounts::plus);
    }

    /** Added up by what they have in common; facts without it are left out. */
    <K extends Comparable<K>> TreeMap<K, PlanAmounts> by(Function<PlanFact, @Nullable K> key) {
        TreeMap<K, PlanAmounts> sums = new TreeMap<>();
        for (PlanFact fact : all) {
            K value = key.apply(fact);
            if (value != null) {
                sums.merge(value, fact.amounts(), PlanAmounts::plus);
            }
        }
        return sums;
    }

    /** Those that a row of a table is made of. */
    PlanFacts of(PlanCut cut) {
        return new PlanFacts(all.stream().filter(cut::has).toList());
    }
}
