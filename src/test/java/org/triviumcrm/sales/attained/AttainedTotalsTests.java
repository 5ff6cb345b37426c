package org.triviumcrm.sales.attained;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** The sums of what was signed and received are kept by triggers; here they are held against contracts and receipts themselves. */
@CommittingTest
class AttainedTotalsTests {

    private static final String SUMS_THAT_DIFFER = """
            select coalesce(k.key, c.key) || ': ' || coalesce(k.amount, 0) || ' kept, ' || coalesce(c.amount, 0) || ' found'
            from (select (source, owner_id, month, team_id, territory_id, pipeline_id)::text as key, base_amount as amount
                  from attained_total where base_amount <> 0) k
            full join (
                select (x.source, x.owner_id, cast(date_trunc('month', x.day) as date), coalesce(x.team_id, 0), coalesce(o.territory_id, 0),
                        coalesce(o.pipeline_id, 0))::text as key, sum(x.amount) as amount
                from (select 'SIGNED' as source, owner_id, signed_on as day, team_id, base_gain as amount, opportunity_id
                      from contract where base_gain is not null
                      union all
                      select 'RECEIVED', r.owner_id, r.received_on, r.team_id, r.base_amount, c.opportunity_id
                      from receipt r join contract c on c.id = r.contract_id) x
                left join opportunity o on o.id = x.opportunity_id
                group by 1 having sum(x.amount) <> 0) c on c.key = k.key
            where k.amount is distinct from c.amount""";

    private static final String PRODUCT_SUMS_THAT_DIFFER = """
            select coalesce(k.key, c.key) || ': ' || coalesce(k.amount, 0) || ' kept, ' || coalesce(c.amount, 0) || ' found'
            from (select (source, product_id, month)::text as key, sum(base_amount) as amount from attained_product_total
                  group by 1 having sum(base_amount) <> 0) k
            full join (
                select (x.source, x.product_id, cast(date_trunc('month', x.day) as date))::text as key, sum(x.amount) as amount
                from (select 'SIGNED' as source, product_id, signed_on as day, base_gain as amount from contract_gain_product
                      union all select 'RECEIVED', product_id, received_on, base_amount from receipt_product) x
                where x.product_id is not null group by 1 having sum(x.amount) <> 0) c on c.key = k.key
            where k.amount is distinct from c.amount""";

    private static final int OPPORTUNITIES = 6;
    private static final long FIRST = 990_001;

    private enum Step {
        SIGN,
        RECEIVE,
        CANCEL,
        GIVE_CONTRACT,
        GIVE_RECEIPTS,
        MOVE_CONTRACT,
        MOVE_OPPORTUNITY,
        DELETE_CONTRACT,
        DELETE_RECEIPT
    }

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    TransactionTemplate transaction;

    private final List<Long> people = new ArrayList<>();
    private final AtomicInteger circles = new AtomicInteger();

    @BeforeEach
    void opportunities() {
        company.found();
        company.endCase();
        people.add(accounts.representative(accounts.team("West", null)).personId());
        people.add(accounts.representative(accounts.team("East", null)).personId());
        people.add(accounts.representative(null).personId());
        database.sql("insert into territory (id, name, created_at, updated_at) values (990001, 'North', now(), now()),"
                        + " (990002, 'South', now(), now())")
                .update();
        database.sql(
                        "insert into product (id, name, active, created_at, updated_at) values (990001, 'Press', true, now(), now()),"
                                + " (990002, 'Care', true, now(), now())")
                .update();
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            customer_id, opened_on, stage_entered_at, owner_id, closed_on, created_at, updated_at)
                        select :first + n, 'Deal ' || n, :pipeline, :stage, 'WON', 1000, 'USD', 1000, 100,
                            :customer, current_date, now(), :owner, current_date, now(), now() from generate_series(0, :most) n""")
                .param("first", FIRST)
                .param("most", OPPORTUNITIES - 1)
                .param("pipeline", company.id("pipeline"))
                .param("stage", company.id("stage"))
                .param("customer", company.id("customer"))
                .param("owner", people.get(0))
                .update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalTheRowsAfterEachOfManyRandomSteps(long seed) {
        Random random = new Random(seed);
        Map<Step, Integer> done = new EnumMap<>(Step.class);
        for (int at = 0; at < 300; at++) {
            Step step = any(random);
            transaction.executeWithoutResult(status -> done.merge(step, take(step, random), Integer::sum));
            if (at % 10 == 0) {
                assertEqual();
            }
        }
        database.sql("delete from opportunity where id = ?").param(FIRST).update();
        assertEqual();
        assertThat(done.values()).as("each was done at times: %s", done).allMatch(times -> times > 0);
        assertThat(done).containsOnlyKeys(Step.values());
    }

    @Test
    void equalTheRowsAfterManyHaveWorkedAtOnce() throws Exception {
        transaction.executeWithoutResult(status -> {
            for (int at = 0; at < OPPORTUNITIES; at++) {
                take(Step.SIGN, new Random(at));
            }
        });
        ExecutorService workers = Executors.newFixedThreadPool(5);
        List<Future<?>> shifts = new ArrayList<>();
        for (int worker = 0; worker < 5; worker++) {
            Random random = new Random(worker);
            shifts.add(workers.submit(() -> {
                for (int at = 0; at < 70; at++) {
                    attempt(random);
                }
            }));
        }
        for (Future<?> shift : shifts) {
            shift.get(2, TimeUnit.MINUTES);
        }
        workers.shutdown();
        assertThat(number("select count(*) from receipt")).isPositive();
        assertThat(circles.get()).as("steps that waited in a circle").isLessThan(60);
        assertEqual();
    }

    private void attempt(Random random) {
        try {
            transaction.executeWithoutResult(status -> take(any(random), random));
        } catch (PessimisticLockingFailureException waitedInACircle) {
            circles.incrementAndGet();
        } catch (DataIntegrityViolationException thatContractIsGone) {
            assertThat(thatContractIsGone).hasMessageContaining("receipt_contract_id_fkey");
        }
    }

    private static Step any(Random random) {
        return Step.values()[random.nextInt(Step.values().length)];
    }

    /** @return how many rows it changed */
    private int take(Step step, Random random) {
        long opportunity = FIRST + random.nextInt(OPPORTUNITIES);
        @Nullable Long territory = random.nextInt(3) == 0 ? null : FIRST + random.nextInt(2);
        LocalDate day = LocalDate.of(2026, 1 + random.nextInt(3), 1 + random.nextInt(28));
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(100_000) - 20_000L, 2);
        return switch (step) {
            case SIGN -> sign(opportunity, day, amount);
            case RECEIVE -> update("""
                        insert into receipt (id, contract_id, kind, received_on, amount, currency, base_amount, customer_id, owner_id, team_id, created_at, updated_at)
                        select nextval('receipt_seq'), k.id, 'RECEIPT', :day, 1, 'USD', :amount, k.customer_id, k.owner_id, k.team_id, now(), now()
                        from contract k order by k.id % 7, k.id limit 2""", Map.of("day", day, "amount", amount));
            case CANCEL ->
                update(
                        "update receipt set base_amount = 0, cancelled_at = now(), cancel_reason = 'twice' where id = "
                                + some("receipt", random),
                        Map.of());
            case GIVE_CONTRACT ->
                update(
                        "update contract set owner_id = :to, team_id = (select team_id from person where id = :to) where id = "
                                + some("contract", random),
                        Map.of("to", people.get(random.nextInt(3))));
            case GIVE_RECEIPTS ->
                update(
                        "update receipt set owner_id = :to, received_on = :day where id % 3 = :part",
                        Map.of("to", people.get(random.nextInt(3)), "day", day, "part", random.nextInt(3)));
            case MOVE_CONTRACT ->
                update(
                        "update contract set opportunity_id = nullif(:to, " + FIRST + ") where id = "
                                + some("contract", random),
                        Map.of("to", opportunity));
            case MOVE_OPPORTUNITY ->
                database.sql("update opportunity set territory_id = :to where id between :id and :id + 1")
                        .param("to", territory, java.sql.Types.BIGINT)
                        .param("id", opportunity)
                        .update();
            case DELETE_CONTRACT -> {
                database.sql("select set_config('trivium.passage', 'TEST', true)")
                        .query(String.class)
                        .single();
                yield random.nextInt(3) == 0
                        ? update("delete from contract where id = " + some("contract", random), Map.of())
                        : 0;
            }
            case DELETE_RECEIPT -> update("delete from receipt where id = " + some("receipt", random), Map.of());
        };
    }

    private int sign(long opportunity, LocalDate day, BigDecimal gain) {
        long id = SignedContracts.first(database, opportunity, day, gain.toPlainString());
        return update(
                "insert into contract_gain_product (contract_id, product_id, signed_on, base_gain) values (:id, 990001, :day, :gain),"
                        + " (:id, 990002, :day, 7.77)",
                Map.of("id", id, "day", day, "gain", gain));
    }

    private static String some(String table, Random random) {
        return "(select id from " + table + " order by id % " + (2 + random.nextInt(9)) + ", id limit 1)";
    }

    private int update(String sql, Map<String, ?> values) {
        return database.sql(sql).params(values).update();
    }

    private void assertEqual() {
        assertThat(database.sql(SUMS_THAT_DIFFER).query(String.class).list()).isEmpty();
        assertThat(database.sql(PRODUCT_SUMS_THAT_DIFFER).query(String.class).list())
                .isEmpty();
        assertThat(number("""
                        select count(*) from (select * from attained_row except select * from attained_now) x""")).isZero();
        assertThat(number("select count(*) from attained_row")).isEqualTo(number("select count(*) from attained_now"));
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
