package org.triviumcrm.support.sla;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.support.ticket.TicketStatus;

/** Which tickets a job has to look at. */
@Repository
class TimerRepository {

    private final JdbcClient database;

    TimerRepository(JdbcClient database) {
        this.database = database;
    }

    /** With something to be told or done, the longest waiting first. */
    List<Long> due(Instant now, int most) {
        return database.sql("""
                        select ticket_id from ticket_promise where wake_at <= :now
                        group by ticket_id order by min(wake_at) limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Tries it again later. */
    void putOff(long ticketId, Instant until) {
        database.sql("update ticket_promise set wake_at = :until where ticket_id = :ticket and wake_at < :until")
                .param("ticket", ticketId)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All open tickets are reckoned anew, from the first one on. */
    void recount() {
        database.sql("insert into sla_recount (reached_id) values (0) on conflict (one) do update set reached_id = 0")
                .update();
    }

    /** How far that is, for the caller alone until the transaction ends; none when there is nothing to do, or another does it. */
    Optional<Long> reached() {
        return database.sql("select reached_id from sla_recount where reached_id is not null for update skip locked")
                .query(Long.class)
                .optional();
    }

    List<Long> open(long after, int most) {
        return database.sql("select id from ticket where id > :after and status in " + TicketStatus.OPEN_ONES
                        + " order by id limit :most")
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    void reach(long ticketId) {
        database.sql("update sla_recount set reached_id = ?").param(ticketId).update();
    }

    void finish() {
        database.sql("update sla_recount set reached_id = null").update();
    }

    /** Whether the priority of a ticket is raised now for the first time. */
    boolean raise(long ticketId, Instant now) {
        return database.sql("update ticket_sla set raised_at = :now where ticket_id = :ticket and raised_at is null")
                        .param("ticket", ticketId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
