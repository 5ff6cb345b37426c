package org.triviumcrm.insight.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.Plans;

/**
 * What wants attention is found among very many by its index, in each scope, and is the same as a look at every row
 * would find.
 */
@IntegrationTest
class DealsByIndexTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int ROWS = 24_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    Accounts accounts;

    private Plans plans;
    private DealRepository deals;
    private Scope.Own own;
    private Scope.Teams team;
    private Scope.Teams teams;
    private Scope.Shared shared;

    @BeforeEach
    void manyRows() {
        plans = new Plans(dataSource);
        deals = new DealRepository(JdbcClient.create(plans));
        List<Long> teamIds = new ArrayList<>();
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long team = accounts.team("Index team " + i, null);
            teamIds.add(team);
            people.add(accounts.representative(team).personId());
        }
        jdbc.sql("insert into pipeline (id, name, position, created_at, updated_at)"
                        + " values (940000001, 'Index', 1, now(), now())")
                .update();
        jdbc.sql("""
                insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, created_at, updated_at)
                select 940000000 + n, 940000001, 'Stage ' || n, n, case when n = 4 then 'WON' else 'OPEN' end, 50, n * 20,
                       now(), now() from generate_series(1, 4) n""").update();
        // three in four are won; of the rest a third have no date, and a third of the others lies behind
        jdbc.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability,
                    opened_on, closed_on, expected_close_date, stage_entered_at, owner_id, team_id, created_at, updated_at)
                select 940000000 + n, 'Deal ' || n, 940000001, 940000000 + case when n % 4 = 0 then n / 4 % 3 + 1 else 4 end,
                       case when n % 4 = 0 then 'OPEN' else 'WON' end, 'USD', n * 7919 % 100003, n * 7919 % 100003, 50,
                       date '2026-01-01', case when n % 4 = 0 then null else date '2026-11-01' end,
                       case when n % 12 = 0 then null else date '2026-11-25' + n * 37 % 301 - 100 end,
                       timestamptz '2026-11-24 16:00+00' - n * 131 % 97 * interval '1 day' - n % 2 * interval '1 second',
                       (cast(:people as bigint[]))[n / 4 % 10 + 1], (cast(:teams as bigint[]))[(n / 4 + n / 40 % 2) % 10 + 1], now(), now()
                from generate_series(1, :rows) n""")
                .param("people", array(people))
                .param("teams", array(teamIds))
                .param("rows", ROWS)
                .update();
        jdbc.sql("analyze opportunity").update();
        own = new Scope.Own(people.get(0));
        // sees the teams from the second to the sixth, and the own rows, half in the first team and half in the second
        team = new Scope.Teams(teamIds.subList(1, 2), people.get(0));
        teams = new Scope.Teams(teamIds.subList(1, 6), people.get(0));
        shared = new Scope.Shared(
                teams,
                jdbc.sql(
                                "select id from opportunity where state = 'OPEN' and id % 7 = 0 order by base_amount desc limit 300")
                        .query(Long.class)
                        .list(),
                List.of());
    }

    @Test
    void theFirstAreReadFromAnIndexAndAreTheFirstOfAll() {
        whatClosesSoonIsReadFromTheDates();
        whatHasStalledLongestIsReadFromTheStages();
        theGreatestThatHaveStalledAreReadFromTheAmounts();
        theStalledOnesOfAStageAreCountedInItsIndex();
        whoSeesNothingIsShownNothing();
    }

    private void whatClosesSoonIsReadFromTheDates() {
        closing(own);
        assertPlan("opportunity_closing_owner");
        closing(team);
        closing(teams);
        assertPlan("opportunity_closing_team", "opportunity_closing_owner");
        closing(shared);
        assertPlan("opportunity_closing_team", "opportunity_closing_owner", "opportunity_pkey");
        closing(new Scope.Everything());
        assertPlan("expected_close");
    }

    private void closing(Scope scope) {
        List<ClosingSoon.Deal> found = deals.closing(scope, TODAY, TODAY.plusDays(14));
        for (boolean late : new boolean[] {true, false}) {
            String when = late
                    ? "o.expected_close_date < date '2026-11-25'"
                    : "o.expected_close_date between date '2026-11-25' and date '2026-12-09'";
            List<Long> every = ids(scope, when, "o.expected_close_date, o.id");
            List<ClosingSoon.Deal> its =
                    found.stream().filter(deal -> deal.late() == late).toList();
            assertThat(every).hasSizeGreaterThan(DealRepository.SHOWN);
            assertThat(its).extracting(ClosingSoon.Deal::id).isEqualTo(every.subList(0, DealRepository.SHOWN));
            assertThat(its).extracting(ClosingSoon.Deal::total).containsOnly((long)
                    Math.min(every.size(), ClosingSoon.CAP + 1));
        }
    }

    private void whatHasStalledLongestIsReadFromTheStages() {
        List<Long> every = ids(own, stalled(), "o.stage_entered_at, o.id");
        assertThat(deals.longestStalled(own, TODAY, SHANGHAI))
                .extracting(Stalled.Deal::id)
                .isEqualTo(every.subList(0, DealRepository.SHOWN));
        assertPlan("opportunity_board_owner");
    }

    private void theGreatestThatHaveStalledAreReadFromTheAmounts() {
        greatest(teams);
        assertPlan("opportunity_greatest_team", "opportunity_board_team");
        greatest(shared);
        assertPlan("opportunity_greatest_team", "opportunity_board_team", "opportunity_pkey");
        greatest(new Scope.Everything());
        assertPlan("opportunity_greatest ", "opportunity_board_entered");
    }

    private void greatest(Scope scope) {
        List<Long> every = ids(scope, stalled(), "o.base_amount desc, o.id desc");
        assertThat(deals.greatestStalled(scope, TODAY, SHANGHAI))
                .extracting(Stalled.Deal::id)
                .isEqualTo(every.subList(0, DealRepository.SHOWN));
    }

    /** Far below the greatest amounts, but the only ones. */
    @Test
    void theFewThatHaveStalledAreFoundWhereverTheyAre() {
        jdbc.sql("update opportunity set stage_entered_at = timestamptz '2026-11-25 00:00+00' where state = 'OPEN'")
                .update();
        List<Long> smallest = ids(teams, "true", "o.base_amount, o.id").subList(0, 2);
        jdbc.sql("update opportunity set stage_entered_at = timestamptz '2026-01-01 00:00+00' where id in (:ids)")
                .param("ids", smallest)
                .update();
        assertThat(deals.greatestStalled(teams, TODAY, SHANGHAI))
                .extracting(Stalled.Deal::id)
                .containsExactlyInAnyOrderElementsOf(smallest);
    }

    private void theStalledOnesOfAStageAreCountedInItsIndex() {
        for (Scope scope : List.of(own, team, teams, shared, new Scope.Everything())) {
            for (Stalled.Stage stage : deals.stalledStages(scope, TODAY, SHANGHAI)) {
                int every = ids(scope, stalled() + " and o.stage_id = " + stage.id(), "o.id")
                        .size();
                assertThat(stage.shownCount()).isEqualTo(Math.min(every, Stalled.CAP));
                assertThat(stage.capped()).isEqualTo(every > Stalled.CAP);
            }
            assertPlan("opportunity_board_"
                    + (scope instanceof Scope.Own
                            ? "owner"
                            : scope.base() instanceof Scope.Teams ? "team" : "entered"));
        }
        assertThat(deals.stalledStages(teams, TODAY, SHANGHAI)).hasSize(3);
    }

    private void whoSeesNothingIsShownNothing() {
        Scope nothing = new Scope.Nothing();
        assertThat(deals.closing(nothing, TODAY, TODAY.plusDays(14))).isEmpty();
        assertThat(deals.longestStalled(nothing, TODAY, SHANGHAI)).isEmpty();
        assertThat(deals.greatestStalled(nothing, TODAY, SHANGHAI)).isEmpty();
        assertThat(deals.stalledStages(nothing, TODAY, SHANGHAI)).isEmpty();
        assertThat(deals.greatestStalled(teams, TODAY, SHANGHAI).get(0).amount())
                .isGreaterThan(BigDecimal.ONE);
    }

    /** As the definition reads: a stay that began on a day more than the stage's days ago, in Shanghai. */
    private static String stalled() {
        return "(o.stage_entered_at at time zone 'Asia/Shanghai')::date < date '2026-11-25'"
                + " - (select s.expected_days from stage s where s.id = o.stage_id)";
    }

    private List<Long> ids(Scope scope, String condition, String order) {
        return jdbc.sql("select o.id from opportunity o where o.state = 'OPEN' and " + condition + " and "
                        + scope.sql("o") + " order by " + order)
                .params(scope.parameters())
                .query(Long.class)
                .list();
    }

    private void assertPlan(String... indexes) {
        List<String> taken = plans.take();
        assertThat(taken)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan).contains(indexes).doesNotContain("Seq Scan on opportunity"));
    }

    private static String array(List<Long> ids) {
        return ids.toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
