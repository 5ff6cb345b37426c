package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.CampaignRevenue;
import org.triviumcrm.marketing.plan.PlanFigures.Goal;
import org.triviumcrm.marketing.plan.PlanFigures.Row;
import org.triviumcrm.marketing.plan.PlanFigures.Spent;
import org.triviumcrm.marketing.plan.PlanReadRepository.YearSpend;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.NotFound;

/** A plan against what its campaigns plan, cost and bring, as far as the viewer sees them. */
@Service
public class PlanFigureService {

    /** More than any plan has. */
    private static final int CAMPAIGNS = 5000;

    private final PlanReadRepository plans;
    private final CampaignRevenue revenue;
    private final Format format;
    private final MessageSource messages;

    PlanFigureService(PlanReadRepository plans, CampaignRevenue revenue, Format format, MessageSource messages) {
        this.plans = plans;
        this.revenue = revenue;
        this.format = format;
        this.messages = messages;
    }

    @CanViewPlans
    @Transactional(readOnly = true)
    public PlanFigures of(Viewer viewer, PlanPage plan) {
        List<PlanLineRow> lines = plans.lines(plan.id());
        List<PlannedCampaign> campaigns = plans.campaigns(viewer, plan.id(), CAMPAIGNS);
        List<CampaignRevenue.Month> won = won(viewer, campaigns);
        PlanFacts facts = PlanFacts.of(plan.year(), lines, campaigns, months(campaigns), won);
        List<Row> months = months(plan, facts);
        return new PlanFigures(
                new Row(text("marketing.plan.total"), PlanCut.ALL.href(plan.id()), false, facts.total()),
                periods(plan, facts, months),
                months,
                regions(plan, facts),
                methods(plan, facts, lines, campaigns),
                goals(viewer, plan, campaigns, won, facts.total()),
                spent(viewer, plan),
                seesWon(viewer));
    }

    /** The campaigns behind a part of a plan, with what each has planned, cost and brought in it. */
    @CanViewPlans
    @Transactional(readOnly = true)
    public PlanCampaigns campaigns(Viewer viewer, PlanPage plan, PlanCut cut) {
        if (!cut.isSound()) {
            throw new NotFound();
        }
        List<PlannedCampaign> campaigns = plans.campaigns(viewer, plan.id(), CAMPAIGNS);
        PlanFacts facts = PlanFacts.of(plan.year(), List.of(), campaigns, months(campaigns), won(viewer, campaigns));
        return behind(viewer, plan.year(), campaigns, facts.of(cut), cut);
    }

    /** The campaigns of a year without a plan, with what each has cost and brought in it. */
    @CanViewPlans
    @Transactional(readOnly = true)
    public PlanCampaigns unplanned(Viewer viewer, int year) {
        List<PlannedCampaign> campaigns =
                plans.unplanned(viewer, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), CAMPAIGNS);
        PlanFacts facts = PlanFacts.of(year, List.of(), campaigns, months(campaigns), won(viewer, campaigns));
        PlanFacts inside = new PlanFacts(
                facts.all().stream().filter(fact -> fact.quarter() != null).toList());
        return behind(viewer, year, campaigns, inside, PlanCut.ALL);
    }

    private PlanCampaigns behind(
            Viewer viewer, int year, List<PlannedCampaign> campaigns, PlanFacts facts, PlanCut cut) {
        TreeMap<Long, PlanAmounts> sums = facts.by(PlanFact::campaignId);
        LocalDate first = cut.first(year);
        LocalDate last = cut.last(year);
        List<PlanCampaigns.Line> lines = campaigns.stream()
                .filter(campaign -> sums.containsKey(campaign.id()))
                .map(campaign -> new PlanCampaigns.Line(
                        campaign,
                        sums.getOrDefault(campaign.id(), PlanAmounts.NONE),
                        first,
                        last,
                        revenue.rows(campaign.id(), first, last)))
                .toList();
        return new PlanCampaigns(lines, facts.total(), cut.isTimed(), seesWon(viewer));
    }

    private List<PlanMonth> months(List<PlannedCampaign> campaigns) {
        return plans.months(campaigns.stream().map(PlannedCampaign::id).toList());
    }

    private List<CampaignRevenue.Month> won(Viewer viewer, List<PlannedCampaign> campaigns) {
        return seesWon(viewer)
                ? revenue.months(campaigns.stream().map(PlannedCampaign::id).toList())
                : List.of();
    }

    private static boolean seesWon(Viewer viewer) {
        return viewer.can("marketing.return.view");
    }

    private List<Row> months(PlanPage plan, PlanFacts facts) {
        Map<Integer, PlanAmounts> sums = facts.by(PlanFact::month);
        List<Row> rows = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            rows.add(row(
                    plan, format.month(YearMonth.of(plan.year(), month)), PlanCut.month(month), true, sums.get(month)));
        }
        return rows;
    }

    private List<Row> periods(PlanPage plan, PlanFacts facts, List<Row> months) {
        Map<Integer, PlanAmounts> quarters = facts.by(PlanFact::quarter);
        Map<Integer, PlanAmounts> sums = facts.by(PlanFact::month);
        List<Row> rows = new ArrayList<>();
        outside(plan, rows, PlanFact.BEFORE, "marketing.plan.before", sums);
        for (int quarter = 1; quarter <= 4; quarter++) {
            String name = text("marketing.plan.quarter", quarter);
            rows.add(row(plan, name, PlanCut.quarter(quarter), false, quarters.get(quarter)));
            rows.addAll(months.subList(quarter * 3 - 3, quarter * 3));
        }
        outside(plan, rows, PlanFact.AFTER, "marketing.plan.after", sums);
        return rows;
    }

    private void outside(PlanPage plan, List<Row> rows, int month, String key, Map<Integer, PlanAmounts> sums) {
        if (sums.containsKey(month)) {
            rows.add(row(plan, text(key), PlanCut.month(month), false, sums.get(month)));
        }
    }

    private List<Row> regions(PlanPage plan, PlanFacts facts) {
        List<Row> rows = new ArrayList<>();
        facts.by(PlanCut::regionOf)
                .forEach((region, sum) -> rows.add(row(
                        plan,
                        region.isEmpty() ? text("marketing.plan.noRegion") : region,
                        PlanCut.region(region),
                        false,
                        sum)));
        return greatestFirst(rows);
    }

    private List<Row> methods(
            PlanPage plan, PlanFacts facts, List<PlanLineRow> lines, List<PlannedCampaign> campaigns) {
        Map<Long, String> names = new HashMap<>();
        campaigns.forEach(campaign -> names.put(campaign.methodId(), campaign.method()));
        lines.forEach(line -> {
            if (line.methodId() != null && line.method() != null) {
                names.put(line.methodId(), line.method());
            }
        });
        List<Row> rows = new ArrayList<>();
        facts.by(PlanCut::methodOf)
                .forEach((method, sum) -> rows.add(row(
                        plan,
                        names.getOrDefault(method, text("marketing.plan.noMethod")),
                        PlanCut.method(method),
                        false,
                        sum)));
        return greatestFirst(rows);
    }

    private static List<Row> greatestFirst(List<Row> rows) {
        Comparator<Row> byPlan = Comparator.comparing(row -> row.amounts().planned());
        Comparator<Row> byCost = Comparator.comparing(row -> row.amounts().cost());
        return rows.stream().sorted(byPlan.thenComparing(byCost).reversed()).toList();
    }

    private static Row row(PlanPage plan, String name, PlanCut cut, boolean below, @Nullable PlanAmounts sum) {
        return new Row(name, cut.href(plan.id()), below, sum == null ? PlanAmounts.NONE : sum);
    }

    private static List<Goal> goals(
            Viewer viewer,
            PlanPage plan,
            List<PlannedCampaign> campaigns,
            List<CampaignRevenue.Month> won,
            PlanAmounts total) {
        List<Goal> goals = new ArrayList<>();
        goals.add(count(
                "participants",
                plan.expectedParticipants(),
                BigDecimal.valueOf(campaigns.stream()
                        .mapToLong(PlannedCampaign::participants)
                        .sum())));
        goals.add(count(
                "leads",
                plan.expectedLeads(),
                BigDecimal.valueOf(
                        campaigns.stream().mapToLong(PlannedCampaign::leads).sum())));
        if (seesWon(viewer)) {
            goals.add(count(
                    "opportunities",
                    plan.expectedOpportunities(),
                    won.stream()
                            .map(CampaignRevenue.Month::opportunities)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .setScale(2, RoundingMode.HALF_UP)));
        }
        goals.add(new Goal("revenue", plan.expectedRevenue(), total.revenue(), true));
        return goals;
    }

    private static Goal count(String key, @Nullable Integer wanted, BigDecimal reached) {
        return new Goal(key, wanted == null ? null : BigDecimal.valueOf(wanted), reached, false);
    }

    private List<Spent> spent(Viewer viewer, PlanPage plan) {
        return plans.year(viewer, plan.first(), plan.last()).stream()
                .map(one -> spent(plan, one))
                .toList();
    }

    private Spent spent(PlanPage plan, YearSpend one) {
        String without = PlanList.PATH + "/unplanned?year=" + plan.year();
        if (one.without()) {
            return new Spent(text("marketing.plan.without"), without, one.budget(), one.cost(), false);
        }
        Long id = one.id();
        String name = one.name() == null ? text("marketing.plan.others") : one.name();
        String href = id == null ? null : PlanList.PATH + "/" + id;
        return new Spent(name, href, one.budget(), one.cost(), id != null && id == plan.id());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
