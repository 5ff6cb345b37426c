package org.triviumcrm.sales.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** Whatever happens to opportunities and their touches: shares are 100 %, amounts are the whole, and the sums by month are theirs. */
@IntegrationTest
class TouchesTests {

    private static final int ALL = 10_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    SampleCompany company;

    @Autowired
    JdbcClient database;

    private final List<Long> campaigns = new ArrayList<>();
    private final List<Long> deals = new ArrayList<>();
    private int signed;

    /** What the test knows of a touch. */
    private record Known(long campaign, Instant first, Instant last, Integer said) {}

    @BeforeEach
    void campaignsAndDeals() {
        company.found();
        company.endCase();
        database.sql("delete from opportunity_touch").update();
        database.sql("update contract set opportunity_id = null").update();
        for (int i = 0; i < 5; i++) {
            campaigns.add(database.sql("""
                            insert into campaign (id, name, method_id, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                            select nextval('campaign_seq'), name || ' ' || :i, method_id, start_on, end_on, currency, 'PLANNED', now(), owner_id, now(), now()
                            from campaign where id = :sample returning id""")
                    .param("i", i)
                    .param("sample", company.id("campaign"))
                    .query(Long.class)
                    .single());
        }
        long sample = company.id("opportunity");
        deals.add(sample);
        for (int i = 0; i < 2; i++) {
            deals.add(database.sql("""
                            insert into opportunity (id, name, pipeline_id, stage_id, customer_id, state, currency, probability, opened_on, stage_entered_at,
                                owner_id, created_at, updated_at)
                            select nextval('opportunity_seq'), name || ' ' || :i, pipeline_id, stage_id, customer_id, state, currency, probability, opened_on,
                                stage_entered_at, owner_id, now(), now()
                            from opportunity where id = :sample returning id""")
                    .param("i", i)
                    .param("sample", sample)
                    .query(Long.class)
                    .single());
        }
    }

    @Test
    void shareAllOfEveryOpportunityByEveryReckoning() {
        Random random = new Random(20261128);
        for (int step = 0; step < 250; step++) {
            long deal = deals.get(random.nextInt(deals.size()));
            long campaign = campaigns.get(random.nextInt(campaigns.size()));
            happens(random, deal, campaign);
            for (long each : deals) {
                assertWhole(each, step);
            }
            assertSumsOfMonths(step);
        }
        assertThat(signed).isGreaterThan(20);
    }

    /** What is signed is brought, though nobody has won it yet; an amendment changes the amount and not the day. */
    @Test
    void signingBringsItAndAmendingChangesWhatItBrings() {
        long deal = deals.get(1);
        database.sql(
                        "update opportunity set state = 'OPEN', closed_on = null, expected_close_date = '2026-09-09', base_amount = 500 where id = ?")
                .param(deal)
                .update();
        touch(deal, campaigns.get(0), START);
        touch(deal, campaigns.get(1), START.plusSeconds(60));
        assertThat(brought(deal)).isEqualTo("OPEN 2026-09-09 250.00 250.00");

        long root = SignedContracts.first(database, deal, LocalDate.of(2026, 2, 10), "1000.01");
        assertThat(brought(deal)).isEqualTo("WON 2026-02-10 500.01 500.00");

        SignedContracts.amendment(database, root, deal, LocalDate.of(2026, 3, 1), "-400.01");
        assertThat(brought(deal)).isEqualTo("WON 2026-02-10 300.00 300.00");

        database.sql("update opportunity set state = 'WON', closed_on = '2026-04-04' where id = ?")
                .param(deal)
                .update();
        assertThat(brought(deal)).isEqualTo("WON 2026-04-04 300.00 300.00");
    }

    private String brought(long deal) {
        return database.sql("""
                        select min(outcome) || ' ' || min(counted_on) || ' ' || string_agg(even_amount::text, ' ' order by campaign_id)
                        from opportunity_touch where opportunity_id = ? having count(distinct (outcome, counted_on)) = 1""").param(deal).query(String.class).single();
    }

    private void happens(Random random, long deal, long campaign) {
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> touch(deal, campaign, START.plusSeconds(random.nextInt(5) * 86_400L));
            case 3 ->
                database.sql("delete from opportunity_touch where opportunity_id = ? and campaign_id = ?")
                        .params(deal, campaign)
                        .update();
            case 4 -> say(random, deal);
            case 5 ->
                database.sql("update opportunity set base_amount = ? where id = ?")
                        .params(BigDecimal.valueOf(random.nextInt(1_000_000), 2), deal)
                        .update();
            case 6 ->
                database.sql("update opportunity set state = ?, suspended_until = null, closed_on = ? where id = ?")
                        .params(
                                random.nextBoolean() ? "WON" : "LOST",
                                LocalDate.of(2026, 1 + random.nextInt(3), 15),
                                deal)
                        .update();
            case 7, 8 -> sign(random, deal);
            case 9 ->
                // a contract turns out to be of another opportunity, as when two are merged
                database.sql(
                                "update contract set opportunity_id = ? where id = (select max(id) from contract where opportunity_id = ?)")
                        .params(deals.get(random.nextInt(deals.size())), deal)
                        .update();
            default -> {
                String state = random.nextBoolean() ? "OPEN" : "SUSPENDED";
                database.sql("""
                            update opportunity set state = ?, suspended_until = case ? when 'SUSPENDED' then date '2027-01-01' end, closed_on = null,
                                expected_close_date = ? where id = ?""")
                        .params(state, state, LocalDate.of(2026, 4 + random.nextInt(2), 2), deal)
                        .update();
            }
        }
    }

    /** A contract, or an amendment that is worth more or less; whether the opportunity is won is another matter. */
    private void sign(Random random, long deal) {
        LocalDate on = LocalDate.of(2026, 1 + random.nextInt(6), 1 + random.nextInt(28));
        Long root = database.sql("select max(root_id) from contract where opportunity_id = ? and base_gain is not null")
                .param(deal)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (root == null || random.nextInt(4) == 0) {
            SignedContracts.first(
                    database,
                    deal,
                    on,
                    BigDecimal.valueOf(random.nextInt(900_000), 2).toPlainString());
        } else {
            SignedContracts.amendment(
                    database,
                    root,
                    deal,
                    on,
                    BigDecimal.valueOf(random.nextInt(90_000) - 45_000, 2).toPlainString());
        }
        signed++;
    }

    private void touch(long deal, long campaign, Instant at) {
        database.sql("""
                        insert into opportunity_touch as t (opportunity_id, campaign_id, first_at, last_at, kind) values (:deal, :campaign, :at, :at, 'HAND')
                        on conflict (opportunity_id, campaign_id) do update
                        set first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at)""")
                .param("deal", deal)
                .param("campaign", campaign)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        reckon(deal);
    }

    private void say(Random random, long deal) {
        List<Known> known = known(deal);
        int left = ALL;
        for (int i = 0; i < known.size(); i++) {
            int part = i == known.size() - 1 ? left : random.nextInt(left + 1);
            left -= part;
            database.sql("update opportunity_touch set said_share = ? where opportunity_id = ? and campaign_id = ?")
                    .params(part, deal, known.get(i).campaign())
                    .update();
        }
        reckon(deal);
    }

    private void reckon(long deal) {
        database.sql("select opportunity_attribution(array[cast(? as bigint)])")
                .param(deal)
                .query((row, number) -> 0)
                .list();
    }

    private List<Known> known(long deal) {
        return database
                .sql(
                        "select campaign_id, first_at, last_at, said_share from opportunity_touch where opportunity_id = ?")
                .param(deal)
                .query((row, number) -> new Known(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getObject(4, Integer.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Known::first).thenComparing(Known::campaign))
                .toList();
    }

    private void assertWhole(long deal, int step) {
        List<Known> known = known(deal);
        BigDecimal amount =
                database.sql("""
                        select coalesce((select sum(k.base_gain) from contract k where k.opportunity_id = o.id and k.base_gain is not null), o.base_amount)
                        from opportunity o where o.id = ?""").param(deal).query(BigDecimal.class).single();
        for (AttributionModel model : AttributionModel.values()) {
            Map<Long, Integer> shares = expected(model, known);
            assertThat(column(deal, model.column() + "_share"))
                    .as("%s at step %d", model, step)
                    .isEqualTo(asNumbers(shares));
            Map<Long, BigDecimal> amounts = column(deal, model.column() + "_amount");
            BigDecimal total = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total)
                    .as("amounts of %s at step %d", model, step)
                    .isEqualByComparingTo(known.isEmpty() ? BigDecimal.ZERO : amount);
            amounts.forEach((campaign, share) -> assertThat(
                            share.subtract(amount.multiply(BigDecimal.valueOf(shares.get(campaign), 4)))
                                    .abs())
                    .as("off by less than a cent")
                    .isLessThanOrEqualTo(new BigDecimal("0.01")));
        }
    }

    /** Written down as the papers say it, not as the database does it. */
    private static Map<Long, Integer> expected(AttributionModel model, List<Known> known) {
        Map<Long, Integer> shares = new TreeMap<>();
        if (known.isEmpty()) {
            return shares;
        }
        known.forEach(touch -> shares.put(touch.campaign(), 0));
        switch (model) {
            case FIRST -> shares.put(known.get(0).campaign(), ALL);
            case LAST ->
                shares.put(
                        known.stream()
                                .max(Comparator.comparing(Known::last).thenComparing(Known::campaign))
                                .orElseThrow()
                                .campaign(),
                        ALL);
            case EVEN -> even(known, shares);
            case MANUAL -> {
                int said = known.stream()
                        .mapToInt(touch -> touch.said() == null ? 0 : touch.said())
                        .sum();
                if (said == ALL) {
                    known.forEach(touch -> shares.put(touch.campaign(), touch.said() == null ? 0 : touch.said()));
                } else {
                    even(known, shares);
                }
            }
        }
        return shares;
    }

    private static void even(List<Known> known, Map<Long, Integer> shares) {
        int left = ALL;
        for (int i = 0; i < known.size(); i++) {
            int part = BigDecimal.valueOf(left)
                    .divide(BigDecimal.valueOf(known.size() - (long) i), 0, RoundingMode.UP)
                    .intValueExact();
            shares.put(known.get(i).campaign(), part);
            left -= part;
        }
    }

    private void assertSumsOfMonths(int step) {
        String sums =
                "select coalesce(string_agg(concat_ws(' ', campaign_id, outcome, month, n, f, l, e, m, fs, ls, es, ms), ', '"
                        + " order by campaign_id, outcome, month), '') from (%s) x where n <> 0 or f <> 0 or l <> 0 or e <> 0 or m <> 0 or fs <> 0 or ls <> 0 or es <> 0 or ms <> 0";
        String kept = read(sums.formatted("""
                select campaign_id, outcome, month, opportunities as n, first_amount as f, last_amount as l, even_amount as e, manual_amount as m,
                       first_share as fs, last_share as ls, even_share as es, manual_share as ms
                from attribution_month"""));
        String counted = read(sums.formatted("""
                select campaign_id, outcome, date_trunc('month', counted_on)::date as month, count(*) as n, sum(first_amount) as f,
                       sum(last_amount) as l, sum(even_amount) as e, sum(manual_amount) as m,
                       sum(first_share) as fs, sum(last_share) as ls, sum(even_share) as es, sum(manual_share) as ms
                from opportunity_touch group by 1, 2, 3"""));
        assertThat(kept).as("sums at step %d", step).isEqualTo(counted);
        assertThat(read("""
                select count(*) from opportunity_touch t join opportunity o on o.id = t.opportunity_id
                left join (select opportunity_id, min(signed_on) as signed_on from contract where base_gain is not null group by 1) k on k.opportunity_id = o.id
                where t.outcome <> (case when o.state = 'WON' or k.signed_on is not null then 'WON' when o.state = 'LOST' then 'LOST'
                                            when o.state = 'SUSPENDED' then 'SUSPENDED' else 'OPEN' end)
                   or t.counted_on <> (case when o.state = 'WON' then o.closed_on when k.signed_on is not null then k.signed_on
                                            else coalesce(o.closed_on, o.expected_close_date, o.opened_on) end)""")).as("what has become of them").isEqualTo("0");
    }

    private String read(String sql) {
        return String.valueOf(database.sql(sql).query().singleColumn().get(0));
    }

    private Map<Long, BigDecimal> column(long deal, String column) {
        Map<Long, BigDecimal> found = new TreeMap<>();
        database.sql("select campaign_id, " + column + " from opportunity_touch where opportunity_id = ?")
                .param(deal)
                .query(row -> {
                    found.put(row.getLong(1), row.getBigDecimal(2));
                });
        return found;
    }

    private static Map<Long, BigDecimal> asNumbers(Map<Long, Integer> shares) {
        Map<Long, BigDecimal> numbers = new TreeMap<>();
        shares.forEach((campaign, share) -> numbers.put(campaign, BigDecimal.valueOf(share)));
        return numbers;
    }
}
