package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.AccessLevel;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Shares;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Sums of whoever sees something by a share are those of the rows they see, whatever else they see. */
@IntegrationTest
class SharedTotalsTests {

    private static final int ROWS = 240;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private List<Long> teams;
    private List<Long> people;
    private List<Long> deals;
    private List<Long> territories;

    @BeforeEach
    void deals() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        teams = List.of(accounts.team("West", null), accounts.team("East", null), accounts.team("North", null));
        people = teams.stream()
                .map(team -> accounts.representative(team).personId())
                .toList();
        territories = database.sql("""
                        insert into territory (id, name, created_at, updated_at)
                        select nextval('territory_seq'), 'Territory ' || n, now(), now() from generate_series(1, 3) n returning id""").query(Long.class).list();
        Map<String, Object> ids = Map.of(
                "teams", teams.toArray(Long[]::new),
                "people", people.toArray(Long[]::new),
                "territories", territories.toArray(Long[]::new));
        deals = database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability,
                            opened_on, closed_on, suspended_until, stage_entered_at, owner_id, team_id, territory_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Deal ' || n, s.pipeline_id, s.id,
                               case n % 5 when 4 then 'SUSPENDED' else s.kind end, 'USD', n * 7919 % 10007, n * 7919 % 10007,
                               n % 101, date '2026-01-01', case when n % 5 < 3 and s.kind <> 'OPEN' then date '2026-01-01' + n end,
                               case n % 5 when 4 then date '2090-01-01' end, now(),
                               (cast(:people as bigint[]))[n % 3 + 1], case when n % 7 > 0 then (cast(:teams as bigint[]))[n / 3 % 3 + 1] end,
                               case when n % 11 > 3 then (cast(:territories as bigint[]))[n / 5 % 3 + 1] end, now(), now()
                        from generate_series(1, :rows) n
                        cross join lateral (select * from stage where kind = case n % 5 when 0 then 'WON' when 1 then 'LOST'
                                            else 'OPEN' end order by (id * n) % 11 limit 1) s
                        returning id""")
                .params(ids)
                .param("rows", ROWS)
                .query(Long.class)
                .list();
    }

    @Test
    void areThoseOfTheRows() {
        Random random = new Random(3);
        for (AccessLevel level : AccessLevel.values()) {
            for (int round = 0; round < 15; round++) {
                List<Long> shared = random.ints(random.nextInt(40), 0, ROWS)
                        .mapToObj(deals::get)
                        .distinct()
                        .toList();
                assertSameAsRows(viewer(level, random, shared).scope("opportunity"));
            }
        }
    }

    private Viewer viewer(AccessLevel level, Random random, List<Long> shared) {
        Viewer somebody = accounts.nobody();
        return new Viewer(
                people.get(random.nextInt(3)),
                "Someone",
                teams.get(random.nextInt(3)),
                teams.subList(0, random.nextInt(4)),
                Set.of(),
                Map.of("opportunity", level),
                shared.isEmpty()
                        ? Map.of()
                        : Map.of(
                                "opportunity",
                                new Shares(
                                        random.nextBoolean() ? shared : List.of(),
                                        List.of(),
                                        "territory_id",
                                        territories.subList(0, random.nextInt(3)))),
                Locale.ENGLISH,
                somebody.zone());
    }

    private void assertSameAsRows(Scope scope) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        String sums =
                "select stage_id, state, closed_month, owner_id, team_id, territory_id, sum(count) as count, sum(base_amount) as amount,"
                        + " round(sum(weighted), 6) as weighted from %s where count <> 0 and %s group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6";
        String rows =
                "(select o.stage_id, o.state, coalesce(cast(date_trunc('month', o.closed_on) as date), date '0001-01-01')"
                        + " as closed_month, o.owner_id, coalesce(o.team_id, 0) as team_id,"
                        + " coalesce(o.territory_id, 0) as territory_id, cast(1 as bigint) as count, o.base_amount,"
                        + " o.base_amount * o.probability / 100 as weighted from opportunity o where " + scope.sql("o")
                        + ") r";
        assertThat(list(sums.formatted(totals.table() + " t", totals.condition("t")), scope))
                .isEqualTo(list(sums.formatted(rows, "true"), scope));
    }

    private List<Map<String, Object>> list(String sql, Scope scope) {
        return database.sql(sql).params(scope.parameters()).query().listOfRows();
    }
}
