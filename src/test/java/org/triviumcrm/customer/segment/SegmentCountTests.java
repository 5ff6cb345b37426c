package org.triviumcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionSql.Matching;
import org.triviumcrm.shared.condition.Happening;
import org.triviumcrm.shared.list.RowScope;
import org.triviumcrm.testing.IntegrationTest;

/** How many fit is known in time: counted, or reckoned from a sample. */
@IntegrationTest
class SegmentCountTests {

    private static final RowScope HALF = new RowScope() {

        @Override
        public String sql(String alias) {
            return alias + ".no_call";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }
    };

    /** One in five, and of each trade one customer in three has asked for help twice. */
    private static final ConditionGroup ASKED_TWICE = ConditionGroup.all(
            new Condition("industry", Comparison.IS, List.of("Sampled")),
            new Condition("asked", Comparison.AT_LEAST, List.of("2"), new Happening("", "60")));

    @Autowired
    SegmentConditions conditions;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void manyCustomers() {
        database.sql("""
                        insert into customer (id, name, industry, no_call, created_at, updated_at)
                        select 990000 + n, 'Sample ' || n, case when n % 5 = 0 then 'Sampled' else 'Other' end, n % 2 = 0, now(), now()
                        from generate_series(1, 9000) n""").update();
        database.sql(
                        "insert into ticket_queue (id, name, position, assignment, created_at, updated_at) values (990001, 'Help', 9, 'BY_HAND', now(), now()) on conflict do nothing")
                .update();
        database.sql("""
                        insert into ticket (id, name, status, priority, channel, queue_id, customer_id, status_since, created_at, updated_at)
                        select 990000 + n * 2 + twice, 'Help', 'OPEN', 'NORMAL', 'PHONE', 990001, 990000 + n, now(), now() - interval '5 days', now()
                        from generate_series(1, 9000) n cross join generate_series(0, 1) twice where n % 3 = 0""").update();
    }

    @Test
    void countsThemAllWhereThereIsTime() {
        SegmentCount count = count(Duration.ofMinutes(2), RowScope.EVERY_ROW);
        assertThat(count.exact()).isTrue();
        assertThat(count.matching()).isEqualTo(600);
        assertThat(count.all()).isGreaterThanOrEqualTo(9_000);
        SegmentCount half = count(Duration.ofMinutes(2), HALF);
        assertThat(half.matching()).isEqualTo(300);
        assertThat(half.all()).isEqualTo(4_500 + others("no_call"));
    }

    /** Of 2,000 of 9,000 with a share of 6.7 %, five times the standard error of what is reckoned is 250. */
    @Test
    void reckonsFromASampleWhereThereIsNone() {
        SegmentCount count = count(Duration.ZERO, RowScope.EVERY_ROW);
        assertThat(count.exact()).isFalse();
        assertThat(count.matching()).isCloseTo(600, within(250L));
        SegmentCount half = count(Duration.ZERO, HALF);
        assertThat(half.exact()).isFalse();
        assertThat(half.matching()).isCloseTo(300, within(250L));
        assertThat(half.all()).isCloseTo(4_500 + others("no_call"), within(700L));
    }

    @Test
    void givesUpInsteadOfKeepingSomebodyWaiting() {
        Matching slow = new Matching("c.id", "customer c", "cast(pg_sleep(0.01) as text) is not null", Map.of());
        long begun = System.nanoTime();
        SegmentCount count = new SegmentCountRepository(database, Duration.ofMillis(80), Duration.ofMillis(40), 2_000)
                .count(slow, slow, RowScope.EVERY_ROW);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(count.matching()).isNull();
        assertThat(count.exact()).isFalse();
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
        assertThat(database.sql("select count(*) from customer where id > 990000")
                        .query(Long.class)
                        .single())
                .as("the transaction goes on")
                .isEqualTo(9_000);
    }

    private SegmentCount count(Duration counting, RowScope scope) {
        return new SegmentCountRepository(database, counting, Duration.ofMinutes(2), 2_000)
                .count(conditions.matching(ASKED_TWICE), conditions.matchingFew(ASKED_TWICE), scope);
    }

    private long others(String column) {
        return database.sql("select count(*) from customer where id not between 990001 and 999000 and " + column)
                .query(Long.class)
                .single();
    }
}
