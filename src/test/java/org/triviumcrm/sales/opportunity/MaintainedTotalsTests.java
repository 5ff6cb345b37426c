package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/**
 * The sums that boards, home pages and figures read are kept by triggers; here they are held against the rows
 * themselves, after whatever people may do, one after another and at once.
 */
@CommittingTest
class MaintainedTotalsTests {

    private static final String SUMS_THAT_DIFFER = """
            select coalesce(k.key, c.key) as key, k.count, c.count, k.base_amount, c.base_amount, k.weighted, c.weighted
            from (select (owner_id, team_id, pipeline_id, stage_id, state, closed_month)::text as key, count, base_amount,
                         weighted from opportunity_total
                  where count <> 0 or base_amount <> 0 or weighted <> 0) k
            full join (select (owner_id, coalesce(team_id, 0), pipeline_id, stage_id, state,
                               coalesce(date_trunc('month', closed_on)::date, date '0001-01-01'))::text as key,
                              count(*) as count, sum(base_amount) as base_amount,
                              sum(base_amount * probability) / 100 as weighted
                       from opportunity group by owner_id, team_id, pipeline_id, stage_id, state,
                              date_trunc('month', closed_on)) c on c.key = k.key
            where k.count is distinct from c.count or k.base_amount is distinct from c.base_amount
               or k.weighted is distinct from c.weighted""";

    private static final String PRODUCT_SUMS_THAT_DIFFER = """
            select coalesce(k.key, c.key) as key, k.count, c.count, k.base_amount, c.base_amount
            from (select (product_id, team_id, state, closed_month)::text as key, count, base_amount
                  from opportunity_product_total where count <> 0 or base_amount <> 0) k
            full join (select (coalesce(product_id, 0), coalesce(team_id, 0), state,
                               coalesce(date_trunc('month', closed_on)::date, date '0001-01-01'))::text as key,
                              count(*) as count, sum(base_amount) as base_amount
                       from opportunity group by product_id, team_id, state, date_trunc('month', closed_on)) c
                on c.key = k.key
            where k.count is distinct from c.count or k.base_amount is distinct from c.base_amount""";

    private static final String PURCHASES_THAT_DIFFER = """
            select coalesce(k.customer_id, c.customer_id) as customer, k.base_won, c.base_won, k.wins, c.wins, k.last_won_on, c.last_won_on
            from customer_purchase k
            full join (select customer_id, sum(base_amount) as base_won, count(*) as wins, max(closed_on) as last_won_on
                       from opportunity where state = 'WON' and customer_id is not null group by customer_id) c using (customer_id)
            where (k.base_won, k.wins, k.last_won_on) is distinct from (c.base_won, c.wins, c.last_won_on)""";

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OpportunityService opportunities;

    @Autowired
    OpportunityMoveService moves;

    @Autowired
    OpportunityLifeService life;

    @Autowired
    OpportunityArchiveService archive;

    private RandomSales sales;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2020-01-01', 1.0837)")
                .update();
        database.sql("insert into product (id, name, created_at, updated_at) values (1, 'Kiln', now(), now()),"
                        + " (2, 'Pump', now(), now())")
                .update();
        database.sql("insert into customer (id, name, created_at, updated_at) values (1, 'Potter', now(), now()),"
                        + " (2, 'Brewer', now(), now())")
                .update();
        List<Long> owners = List.of(
                accounts.representative(accounts.team("West", null)).personId(),
                accounts.representative(accounts.team("East", null)).personId(),
                accounts.representative(null).personId());
        sales = new RandomSales(database, opportunities, moves, life, archive, administrator, owners, List.of(1L, 2L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 300, 50_000})
    void equalTheRowsAfterEachOfManyRandomSteps(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 400; step++) {
            sales.step(random);
            if (step % 20 == 0) {
                anotherCustomer(random);
            }
            if (step % 25 == 0) {
                assertTotalsEqualRows();
            }
        }
        assertTotalsEqualRows();
        assertThat(sales.done()).as("every kind of step was taken").containsOnlyKeys(RandomSales.Step.values());
    }

    /** Many change their customer at once, as with an import. */
    private void anotherCustomer(Random random) {
        database.sql(
                        "update opportunity set customer_id = case when id % 3 = 0 then null else 1 + (id + :shift) % 2 end"
                                + " where id % 4 = :part and approval_case_id is null")
                .param("shift", random.nextInt(2))
                .param("part", random.nextInt(4))
                .update();
    }

    @Test
    void equalTheRowsAfterManyPeopleWorkedAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        List<Future<?>> shifts = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            Random random = new Random(person);
            shifts.add(people.submit(() -> {
                for (int step = 0; step < 160; step++) {
                    sales.step(random);
                }
            }));
        }
        people.shutdown();
        assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        for (Future<?> shift : shifts) {
            shift.get();
        }
        assertTotalsEqualRows();
        assertThat(sales.done()).as("every kind of step was taken").containsOnlyKeys(RandomSales.Step.values());
    }

    @Test
    void theComparisonFindsASumThatIsOff() {
        Random random = new Random(7);
        for (int step = 0; step < 30; step++) {
            sales.step(random);
        }
        database.sql("update opportunity_total set base_amount = base_amount + 0.01")
                .update();
        database.sql("update opportunity_product_total set count = count + 1").update();
        database.sql(
                        "insert into customer_purchase (customer_id, wins) values (1, 1) on conflict (customer_id) do update set wins = 0")
                .update();
        assertThat(database.sql(SUMS_THAT_DIFFER).query().listOfRows()).isNotEmpty();
        assertThat(database.sql(PRODUCT_SUMS_THAT_DIFFER).query().listOfRows()).isNotEmpty();
        assertThat(database.sql(PURCHASES_THAT_DIFFER).query().listOfRows()).isNotEmpty();
    }

    private void assertTotalsEqualRows() {
        assertThat(database.sql(SUMS_THAT_DIFFER).query().listOfRows()).isEmpty();
        assertThat(database.sql(PRODUCT_SUMS_THAT_DIFFER).query().listOfRows()).isEmpty();
        assertThat(database.sql(PURCHASES_THAT_DIFFER).query().listOfRows()).isEmpty();
        assertNobodyIsWhereTheRulesForbid();
    }

    /** The notes of each life join without a gap, end where it is now, and took only steps that may be. */
    private void assertNobodyIsWhereTheRulesForbid() {
        Map<Long, List<OpportunityLife>> courses = new HashMap<>();
        database.sql("""
                        select opportunity_id, from_state, from_finish, to_state, to_finish from state_change
                        order by opportunity_id, id""").query(row -> {
            List<OpportunityLife> course =
                    courses.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(List.of(OpportunityLife.BEGINNING)));
            assertThat(life(row.getString(2), row.getString(3)))
                    .as("where step %s of %s begins", course.size(), row.getLong(1))
                    .isEqualTo(course.get(course.size() - 1));
            course.add(life(row.getString(4), row.getString(5)));
        });
        assertThat(courses.values())
                .allSatisfy(course -> assertThat(Forbidden.course(course)).isNull());
        database.sql("select id, state, finish from opportunity").query(row -> {
            List<OpportunityLife> course = courses.getOrDefault(row.getLong(1), List.of(OpportunityLife.BEGINNING));
            assertThat(life(row.getString(2), row.getString(3))).isEqualTo(course.get(course.size() - 1));
        });
    }

    private static OpportunityLife life(String state, String finish) {
        return new OpportunityLife(OpportunityState.valueOf(state), Finish.valueOf(finish));
    }
}
