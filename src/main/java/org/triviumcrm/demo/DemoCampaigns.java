package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.OpportunityPassages;

/** The campaigns of campaigns.csv: what was planned, what became of it, what it has cost and whom it has reached. */
@Component
class DemoCampaigns {

    /** Of their own, so that whatever else is made up stays as it is. */
    private static final long SEED = 20261129;

    /** In the order in which a new company gets them. */
    private static final List<String> METHODS = List.of(
            "social",
            "search",
            "content",
            "email",
            "wordOfMouth",
            "influencer",
            "advertising",
            "pr",
            "promotion",
            "event",
            "directSelling");

    /** What budgets go to, by method: the place of the category and its share in per cent. */
    private static final Map<String, int[][]> SPLITS = Map.of(
            "event", new int[][] {{2, 45}, {3, 20}, {4, 15}, {5, 20}},
            "directSelling", new int[][] {{4, 70}, {6, 30}},
            "promotion", new int[][] {{6, 60}, {5, 40}});

    private static final int[][] USUAL_SPLIT = {{1, 65}, {7, 35}};

    private final DemoWriter writer;
    private final DemoAudience audience;
    private final OpportunityPassages passages;

    DemoCampaigns(DemoWriter writer, DemoAudience audience, OpportunityPassages passages) {
        this.writer = writer;
        this.audience = audience;
        this.passages = passages;
    }

    /** @param pounds what one unit of the company's currency is worth in pounds */
    void write(
            DemoCast cast, List<DemoOpportunities.Written> deals, String currency, BigDecimal pounds, LocalDate today) {
        RandomGenerator chance = new Random(SEED);
        var rows = DemoFile.CAMPAIGNS.rows();
        Iterator<Long> ids = writer.ids("campaign_seq", rows.size());
        List<DemoCampaign> campaigns = rows.stream()
                .map(row -> DemoCampaign.of(ids.next(), row, cast, today))
                .toList();
        List<Long> methods = terms("METHOD");
        List<Long> categories = terms("COST_CATEGORY");
        passages.openForDemo();
        writer.insert(
                "campaign",
                campaigns.stream()
                        .<Map<String, Object>>map(one -> row(
                                one,
                                Objects.requireNonNull(methods.get(METHODS.indexOf(one.method()))),
                                currency,
                                pounds,
                                today))
                        .toList());
        campaigns.forEach(this::addProduct);
        writer.insert("campaign_state_change", changes(campaigns, today));
        writer.insert("campaign_budget_line", lines(campaigns, categories, pounds));
        writer.insert("campaign_cost", costs(campaigns, categories, currency, pounds, today, chance));
        audience.write(campaigns, deals, today, chance);
    }

    private List<Long> terms(String kind) {
        return writer.database()
                .queryForList(
                        "select id from marketing_term where kind = :kind order by position, id",
                        Map.of("kind", kind),
                        Long.class);
    }

    private static DemoRow row(DemoCampaign one, long method, String currency, BigDecimal pounds, LocalDate today) {
        BigDecimal budget = money(one.budget(), pounds);
        BigDecimal revenue = money(one.budget() * 3, pounds);
        return new DemoRow()
                .with("id", one.id())
                .with("name", one.name())
                .with("method_id", method)
                .with("region", one.region().isEmpty() ? null : one.region())
                .with("start_on", one.startOn())
                .with("end_on", one.endOn())
                .with("goal", one.goal())
                .with("expected_participants", one.people() == 0 ? null : one.people())
                .with("expected_opportunities", Math.max(2, one.brings()))
                .with("expected_revenue", revenue)
                .with("base_expected_revenue", revenue)
                .with("currency", currency)
                .with("budget", budget)
                .with("base_budget", budget)
                .with("state", one.state())
                .with("state_since", DemoOpportunities.at(one.since(today)))
                .with("approved_at", one.isApproved() ? DemoOpportunities.at(one.approvedOn()) : null)
                .with("owner_id", one.owner().id())
                .with("team_id", one.owner().teamId())
                .since(DemoOpportunities.at(one.createdOn()), DemoOpportunities.at(one.since(today)));
    }

    private void addProduct(DemoCampaign one) {
        writer.database()
                .update(
                        "insert into campaign_product (campaign_id, product_id) select :campaign, id from product where reference = :product",
                        Map.of("campaign", one.id(), "product", one.product()));
    }

    private List<Map<String, Object>> changes(List<DemoCampaign> campaigns, LocalDate today) {
        Iterator<Long> ids = writer.ids("campaign_state_change_seq", campaigns.size() * 3);
        List<Map<String, Object>> changes = new ArrayList<>();
        for (DemoCampaign one : campaigns) {
            LocalDate approved = one.approvedOn().isBefore(today) ? one.approvedOn() : today.minusDays(1);
            if (one.isApproved()) {
                changes.add(change(ids.next(), one, "PLANNED", "APPROVED", one.createdOn(), approved));
            }
            if (one.hasBegun()) {
                changes.add(change(ids.next(), one, "APPROVED", "RUNNING", approved, one.startOn()));
            }
            if (one.state().equals("COMPLETED")) {
                changes.add(change(ids.next(), one, "RUNNING", "COMPLETED", one.startOn(), one.endOn()));
            }
        }
        return changes;
    }

    private static DemoRow change(long id, DemoCampaign one, String from, String to, LocalDate since, LocalDate on) {
        return new DemoRow()
                .with("id", id)
                .with("campaign_id", one.id())
                .with("from_state", from)
                .with("to_state", to)
                .with("at", DemoOpportunities.at(on))
                .with("by_person_id", one.owner().id())
                .with("stayed_seconds", ChronoUnit.DAYS.between(since, on) * 86_400);
    }

    private static List<Map<String, Object>> lines(
            List<DemoCampaign> campaigns, List<Long> categories, BigDecimal pounds) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (DemoCampaign one : campaigns) {
            int position = 1;
            for (BigDecimal[] part : parts(one, money(one.budget(), pounds))) {
                lines.add(new DemoRow()
                        .with("campaign_id", one.id())
                        .with("position", position++)
                        .with("category_id", categories.get(part[0].intValue() - 1))
                        .with("amount", part[1]));
            }
        }
        return lines;
    }

    /** Each category's place and amount; together they are the whole. */
    private static List<BigDecimal[]> parts(DemoCampaign one, BigDecimal whole) {
        List<BigDecimal[]> parts = new ArrayList<>();
        BigDecimal left = whole;
        int[][] split = SPLITS.getOrDefault(one.method(), USUAL_SPLIT);
        for (int i = 0; i < split.length; i++) {
            BigDecimal share = i == split.length - 1
                    ? left
                    : whole.multiply(BigDecimal.valueOf(split[i][1]))
                            .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP);
            left = left.subtract(share);
            parts.add(new BigDecimal[] {BigDecimal.valueOf(split[i][0]), share});
        }
        return parts;
    }

    /** Each category in one to three payments while it runs; what was spent too much came late. */
    private List<Map<String, Object>> costs(
            List<DemoCampaign> campaigns,
            List<Long> categories,
            String currency,
            BigDecimal pounds,
            LocalDate today,
            RandomGenerator chance) {
        Iterator<Long> ids = writer.ids("campaign_cost_seq", campaigns.size() * 16);
        List<Map<String, Object>> costs = new ArrayList<>();
        for (DemoCampaign one : campaigns) {
            BigDecimal spent = money(one.budget() * one.spent() / 100, pounds);
            if (spent.signum() == 0) {
                continue;
            }
            LocalDate last =
                    one.endOn().plusDays(20).isBefore(today) ? one.endOn().plusDays(20) : today.minusDays(1);
            long days = Math.max(1, ChronoUnit.DAYS.between(one.startOn(), last));
            for (BigDecimal[] part : parts(one, spent)) {
                int payments = 1 + chance.nextInt(3);
                BigDecimal each = part[1].divide(BigDecimal.valueOf(payments), 2, RoundingMode.DOWN);
                for (int n = 1; n <= payments; n++) {
                    BigDecimal amount =
                            n < payments ? each : part[1].subtract(each.multiply(BigDecimal.valueOf(payments - 1L)));
                    costs.add(new DemoRow()
                            .with("id", ids.next())
                            .with("campaign_id", one.id())
                            .with("name", one.name())
                            .with("on_date", one.startOn().plusDays(days * n / payments))
                            .with("category_id", categories.get(part[0].intValue() - 1))
                            .with("amount", amount)
                            .with("currency", currency)
                            .with("base_amount", amount)
                            .with("created_by", one.owner().id())
                            .since(DemoOpportunities.at(last), DemoOpportunities.at(last)));
                }
            }
        }
        return costs;
    }

    /** In the company's currency, in whole tens. */
    private static BigDecimal money(int amountInPounds, BigDecimal pounds) {
        return BigDecimal.valueOf(amountInPounds)
                .divide(pounds.multiply(BigDecimal.TEN), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.TEN);
    }
}
