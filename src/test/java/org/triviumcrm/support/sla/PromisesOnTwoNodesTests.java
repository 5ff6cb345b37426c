package org.triviumcrm.support.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Timers are rows: several nodes look at them at once, and each is told once; one that fails keeps none of the others back. */
@CommittingTest
class PromisesOnTwoNodesTests {

    private static final int TICKETS = 60;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    PromiseTimers timers;

    @Autowired
    TimerRepository rows;

    @Test
    void whateverIsDueIsToldOnce() throws Exception {
        Viewer agent = accounts.serviceAgent();
        long queue = one("""
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                values (nextval('ticket_queue_seq'), 'First line', 1, 'BY_HAND', now(), now()) returning id""");
        database.sql("""
                insert into sla_policy (id, name, targets, breach_owner, breach_raise, created_at, updated_at) values
                (nextval('sla_policy_seq'), 'Quick', 'NORMAL 60 - - always' || chr(10) || 'HIGH 60 - - always', true, true, now(), now())""").update();
        database.sql("""
                        insert into ticket (id, name, status, status_since, priority, channel, queue_id, owner_id, created_at, updated_at)
                        select nextval('ticket_seq'), 'Ticket ' || n, 'NEW', now(), 'NORMAL', 'PHONE', ?, ?, now(), now()
                        from generate_series(1, ?) n""").params(queue, agent.personId(), TICKETS).update();
        database.sql("""
                insert into ticket_event (id, ticket_id, at, kind)
                select nextval('ticket_event_seq'), id, now() - interval '10 minutes', 'OPENED' from ticket""").update();
        rows.recount();
        // the application's own job is one more node, and may have some of them in hand right now
        await().untilAsserted(() -> {
            timers.work();
            assertThat(one("select count(*) from ticket_promise where state = 'BROKEN'"))
                    .isEqualTo(TICKETS);
        });

        CyclicBarrier together = new CyclicBarrier(3);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        List<Future<?>> all = List.of(
                nodes.submit(() -> node(together)),
                nodes.submit(() -> node(together)),
                nodes.submit(() -> node(together)));
        for (Future<?> node : all) {
            node.get();
        }
        nodes.shutdown();
        await().untilAsserted(() -> {
            timers.work();
            assertThat(one("select count(*) from ticket_promise where wake_at is not null"))
                    .isZero();
        });

        assertThat(one("select count(*) from notice")).isEqualTo(TICKETS);
        assertThat(one("select count(distinct link) from notice")).isEqualTo(TICKETS);
        assertThat(one("select count(*) from ticket where priority = 'HIGH' and promise = 'BROKEN'"))
                .isEqualTo(TICKETS);
    }

    private @Nullable Void node(CyclicBarrier together) throws Exception {
        together.await();
        timers.work();
        return null;
    }

    private long one(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
