package org.triviumcrm.support.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.TicketTotals;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The totals say what counting would say, whatever was done, for everybody, added up or not. */
@IntegrationTest
class TicketTotalTests {

    private static final String COUNTED = """
            select t.queue_id, t.owner_id, t.team_id, t.status, t.waiting_since is not null as waiting, t.promise is not distinct from 'BROKEN' as broken, count(*) as tickets
            from ticket t where t.status <> 'CLOSED' and %s group by 1, 2, 3, 4, 5, 6""";
    private static final String ADDED = """
            select t.queue_id, t.owner_id, t.team_id, t.status, t.waiting, t.broken, cast(sum(t.tickets) as bigint) as tickets
            from %s t where %s group by 1, 2, 3, 4, 5, 6 having sum(t.tickets) <> 0""";
    private static final String ORDER = " order by 1, 2, 3, 4, 5, 6";

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    TicketTotalRepository totals;

    private long team;
    private Viewer first;
    private Viewer second;
    private List<Long> queues;

    @BeforeEach
    void people() {
        team = accounts.team("Totals", null);
        first = accounts.person("service_manager", team);
        second = accounts.person("service_manager", null);
        queues = List.of(queue("One"), queue("Two"));
    }

    @Test
    void areWhatCountingSays() {
        Random random = new Random(7);
        for (int step = 0; step < 300; step++) {
            change(random);
            if (step % 60 == 59) {
                assertThat(added(new Scope.Everything())).isEqualTo(counted(new Scope.Everything()));
            }
        }
        assertSame();
        long before = rows();
        totals.addUp();
        assertThat(rows())
                .isLessThan(before)
                .isEqualTo(counted(new Scope.Everything()).size());
        assertSame();
        database.sql("update ticket set status = 'PENDING', solved_at = null where status = 'NEW'")
                .update();
        long few = rows();
        totals.addUp();
        assertThat(rows()).as("few more than needed stay").isEqualTo(few);
        assertSame();
        database.sql("delete from ticket").update();
        assertThat(added(new Scope.Everything())).isEmpty();
    }

    private void assertSame() {
        List<Long> single = database.sql("select id from ticket where status <> 'CLOSED' order by id limit 5")
                .query(Long.class)
                .list();
        for (Scope scope : List.of(
                new Scope.Everything(),
                new Scope.Nothing(),
                new Scope.Own(first.personId()),
                new Scope.Teams(List.of(team), second.personId()),
                new Scope.Shared(new Scope.Own(first.personId()), single, List.of(), "queue_id", List.of()),
                new Scope.Shared(
                        new Scope.Own(first.personId()), List.of(), List.of(), "queue_id", queues.subList(0, 1)),
                new Scope.Shared(
                        new Scope.Teams(List.of(team), second.personId()),
                        single,
                        single,
                        "queue_id",
                        queues.subList(1, 2)))) {
            assertThat(added(scope)).as(scope.toString()).isEqualTo(counted(scope));
        }
    }

    /** Some tickets at once, or one. */
    private void change(Random random) {
        String some = " where id % " + (1 + random.nextInt(9)) + " = 0";
        String sql = switch (random.nextInt(9)) {
            case 0 -> "update ticket set owner_id = " + first.personId() + ", team_id = " + team + some;
            case 1 -> "update ticket set owner_id = " + second.personId() + ", team_id = null" + some;
            case 2 -> "update ticket set queue_id = " + queues.get(random.nextInt(2)) + some;
            case 3 -> "update ticket set status = 'CLOSED', solved_at = now()" + some;
            case 4 ->
                "update ticket set status = 'OPEN', solved_at = null, waiting_since = now(), name = 'Open'" + some;
            case 5 -> "update ticket set promise = 'BROKEN'" + some + " and status <> 'PENDING'";
            case 6 -> "delete from ticket where id % 7 = 3";
            default -> """
                            insert into ticket (id, name, status, status_since, priority, channel, queue_id, waiting_since, created_at, updated_at)
                            select nextval('ticket_seq'), 'Total', case when n %% 3 = 0 then 'NEW' else 'PENDING' end, now(), 'NORMAL', 'PHONE', %s,
                                case when n %% 2 = 0 then now() end, now(), now() from generate_series(1, %s) n""".formatted(queues.get(random.nextInt(2)), 1 + random.nextInt(20));
        };
        database.sql(sql).update();
    }

    private List<Map<String, Object>> counted(Scope scope) {
        return database.sql(COUNTED.formatted(scope.sql("t")) + ORDER)
                .params(scope.parameters())
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> added(Scope scope) {
        TicketTotals all = new TicketTotals(scope);
        return database.sql(ADDED.formatted(all.table(), all.condition("t")) + ORDER)
                .params(scope.parameters())
                .query()
                .listOfRows();
    }

    private long rows() {
        return database.sql("select count(*) from ticket_total")
                .query(Long.class)
                .single();
    }

    private long queue(String name) {
        return database.sql("""
                        insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                        values (nextval('ticket_queue_seq'), ?, 1, 'BY_HAND', now(), now()) returning id""").param(name).query(Long.class).single();
    }
}
