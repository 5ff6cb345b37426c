package org.triviumcrm.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The totals by product say in each scope what the rows say: nothing of others, nothing twice, nothing of one's own missing. */
@IntegrationTest
class WonByProductTests {

    private static final int ROWS = 600;

    @Autowired
    FigureRepository figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private long manager;
    private List<Long> teams;

    /** Every second is won; teams and owners are mixed: the manager owns some in the teams seen, in another, and in none. */
    @BeforeEach
    void rows() {
        teams = List.of(
                accounts.team("Product 1", null), accounts.team("Product 2", null), accounts.team("Product 3", null));
        manager = accounts.representative(null).personId();
        long another = accounts.representative(null).personId();
        jdbc.sql("insert into product (id, name, created_at, updated_at)"
                        + " select 950000000 + n, 'Part ' || n, now(), now() from generate_series(1, 4) n")
                .update();
        jdbc.sql("insert into pipeline (id, name, position, created_at, updated_at)"
                        + " values (950000001, 'Products', 1, now(), now())")
                .update();
        jdbc.sql("""
                insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                select 950000000 + n, 950000001, 'Stage ' || n, n, case n when 1 then 'OPEN' else 'WON' end, 50, now(), now()
                from generate_series(1, 2) n""").update();
        jdbc.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability,
                    product_id, opened_on, closed_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                select 950000000 + n, 'Deal ' || n, 950000001, 950000001 + n % 2, case n % 2 when 0 then 'OPEN' else 'WON' end,
                       'USD', n * 7919 % 10007, n * 7919 % 10007, 50,
                       case n / 2 % 5 when 0 then null else 950000000 + n / 2 % 5 end, date '2026-01-01',
                       case n % 2 when 0 then null else date '2026-01-01' + n % 300 end, now(),
                       case n / 2 % 3 when 0 then :manager else :another end,
                       case n / 6 % 4 when 3 then null else (cast(:teams as bigint[]))[n / 6 % 4 + 1] end, now(), now()
                from generate_series(1, :rows) n""")
                .param("manager", manager)
                .param("another", another)
                .param("teams", teams.toString().replace('[', '{').replace(']', '}'))
                .param("rows", ROWS)
                .update();
    }

    @Test
    void whoSeesTeamsSeesTheirsAndTheOwnElsewhere() {
        Map<String, String> won = assertSameAsRows(new Scope.Teams(teams.subList(0, 2), manager));
        assertThat(won).hasSize(5);
        assertThat(won).isNotEqualTo(assertSameAsRows(new Scope.Teams(teams.subList(0, 2), 0)));
    }

    @Test
    void whoSeesTheOwnSeesTheOwn() {
        assertThat(assertSameAsRows(new Scope.Own(manager))).hasSize(5);
    }

    @Test
    void whoSeesEverythingSeesEverything() {
        assertThat(assertSameAsRows(new Scope.Everything())).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void whoSeesNothingSeesNothing() {
        assertThat(assertSameAsRows(new Scope.Nothing())).isEmpty();
    }

    @Test
    void whatIsSharedCountsOnceWhetherItIsInReachOrNot() {
        List<Long> shared = LongStream.rangeClosed(950000001, 950000040).boxed().toList();
        for (Scope base :
                List.of(new Scope.Own(manager), new Scope.Teams(teams.subList(0, 2), manager), new Scope.Nothing())) {
            assertThat(assertSameAsRows(new Scope.Shared(base, shared, List.of())))
                    .isNotEqualTo(assertSameAsRows(base));
        }
    }

    private Map<String, String> assertSameAsRows(Scope scope) {
        Map<String, String> found = figures.wonByProduct(scope, new FigureFilter(null, null)).stream()
                .collect(Collectors.toMap(
                        FigureRepository.Sum::name,
                        sum -> sum.count() + " for " + sum.amount(),
                        (a, b) -> a + b,
                        TreeMap::new));
        Map<String, String> rows = jdbc
                .sql("select coalesce(p.name, '') as name, count(*) || ' for ' || sum(o.base_amount) as won"
                        + " from opportunity o left join product p on p.id = o.product_id where o.state = 'WON' and "
                        + scope.sql("o") + " group by p.name")
                .params(scope.parameters())
                .query((row, number) -> Map.entry(row.getString("name"), row.getString("won")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(found).isEqualTo(rows);
        return found;
    }
}
