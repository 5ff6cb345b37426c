package org.triviumcrm.support.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketEventKind;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;

/** Promises about tickets, and what they are reckoned from. */
@Repository
class PromiseRepository {

    private static final String TICKET = """
            select t.id, t.number, t.name, t.status, t.priority, t.channel, t.type_id, t.queue_id, t.owner_id, t.team_id, c.level, v.value_class,
                   exists (select 1 from contract k where k.customer_id = t.customer_id and k.state = 'SIGNED'
                       and coalesce(k.effective_on, k.starts_on) <= :today and (k.ends_on is null or k.ends_on >= :today)) as contract,
                   s.ticket_id is not null as known
            from ticket t
            left join customer c on c.id = t.customer_id
            left join customer_value v on v.customer_id = t.customer_id
            left join ticket_sla s on s.ticket_id = t.id
            where t.id = :id""";

    private final JdbcClient database;
    private final Clock clock;

    PromiseRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of contracts, which have no time zone. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What happened, by whom it was done left out but for whether a person did it. */
    record Happened(
            Instant at, TicketEventKind kind, @Nullable String becomes, boolean byPerson) {}

    Optional<PromisedTicket> ticket(long id) {
        return database.sql(TICKET)
                .param("id", id)
                .param("today", today())
                .query((row, n) -> ticket(row))
                .optional();
    }

    /** Nobody else changes it until the transaction ends; none when somebody is just doing so. */
    Optional<PromisedTicket> hold(long id) {
        return database.sql(TICKET + " for no key update of t skip locked")
                .param("id", id)
                .param("today", today())
                .query((row, n) -> ticket(row))
                .optional();
    }

    private static PromisedTicket ticket(ResultSet row) throws SQLException {
        String valueClass = row.getString("value_class");
        TicketPriority priority = TicketPriority.valueOf(row.getString("priority"));
        return new PromisedTicket(
                row.getLong("id"),
                "#" + row.getLong("number") + " " + row.getString("name"),
                TicketStatus.valueOf(row.getString("status")),
                priority,
                new TicketFacts(
                        row.getString("level"),
                        valueClass == null ? null : ValueClass.valueOf(valueClass),
                        row.getBoolean("contract"),
                        row.getObject("type_id", Long.class),
                        priority,
                        row.getLong("queue_id"),
                        TicketChannel.valueOf(row.getString("channel"))),
                row.getLong("queue_id"),
                row.getObject("owner_id", Long.class),
                row.getObject("team_id", Long.class),
                row.getBoolean("known"));
    }

    List<Happened> events(long ticketId) {
        return database.sql("""
                        select at, kind, becomes, by_id is not null as person from ticket_event
                        where ticket_id = ? and kind in ('OPENED', 'INBOUND', 'REPLIED', 'STATUS') order by at, id""")
                .param(ticketId)
                .query((row, n) -> new Happened(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        TicketEventKind.valueOf(row.getString("kind")),
                        row.getString("becomes"),
                        row.getBoolean("person")))
                .list();
    }

    List<KeptPromise> kept(long ticketId) {
        return database.sql(
                        "select kind, state, started_at, settled_at, warned_at, breached_at from ticket_promise where ticket_id = ?")
                .param(ticketId)
                .query((row, n) -> new KeptPromise(
                        PromiseKind.valueOf(row.getString("kind")),
                        PromiseState.valueOf(row.getString("state")),
                        instant(row, "started_at"),
                        instant(row, "settled_at"),
                        instant(row, "warned_at"),
                        instant(row, "breached_at")))
                .list();
    }

    /** Which policy applies, and by whose hours its time is counted; null around the clock. */
    void choose(long ticketId, long policyId, @Nullable Long calendarId) {
        database.sql("""
                        insert into ticket_sla (ticket_id, policy_id, calendar_id) values (:ticket, :policy, :calendar)
                        on conflict (ticket_id) do update set policy_id = excluded.policy_id, calendar_id = excluded.calendar_id""")
                .param("ticket", ticketId)
                .param("policy", policyId)
                .param("calendar", calendarId, Types.BIGINT)
                .update();
    }

    /** @param wakeAt when a job has to look at it next; null for never */
    void keep(
            long ticketId,
            PromiseReading reading,
            @Nullable Instant warnedAt,
            @Nullable Instant breachedAt,
            @Nullable Instant wakeAt) {
        database.sql("""
                        insert into ticket_promise (ticket_id, kind, state, target, started_at, due_at, used, broken_at, settled_at,
                                                    kept, broken, warned_at, breached_at, wake_at)
                        values (:ticket, :kind, :state, :target, :started, :due, :used, :brokenAt, :settled, :kept, :broken, :warned, :breached, :wake)
                        on conflict (ticket_id, kind) do update
                        set state = excluded.state, target = excluded.target, started_at = excluded.started_at, due_at = excluded.due_at,
                            used = excluded.used, broken_at = excluded.broken_at, settled_at = excluded.settled_at, kept = excluded.kept,
                            broken = excluded.broken, warned_at = excluded.warned_at, breached_at = excluded.breached_at,
                            wake_at = excluded.wake_at""")
                .param("ticket", ticketId)
                .param("kind", reading.kind().name())
                .param("state", reading.state().name())
                .param("target", reading.target(), Types.BIGINT)
                .param("started", at(reading.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", at(reading.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("used", reading.used())
                .param("brokenAt", at(reading.brokenAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("settled", at(reading.settledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("kept", reading.kept())
                .param("broken", reading.broken())
                .param("warned", at(warnedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("breached", at(breachedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("wake", at(wakeAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Promises that are not made any more. */
    void forget(long ticketId, List<PromiseKind> kinds) {
        database.sql("delete from ticket_promise where ticket_id = :ticket and kind = any(:kinds)")
                .param("ticket", ticketId)
                .param("kinds", kinds.stream().map(PromiseKind::name).toArray(String[]::new))
                .update();
    }

    void forgetPolicy(long ticketId) {
        database.sql("delete from ticket_sla where ticket_id = ?")
                .param(ticketId)
                .update();
    }

    /** What lists show of a ticket's promises; its version stays, as nobody has changed it. */
    void show(long ticketId, @Nullable Instant nextDue, @Nullable PromiseStanding standing) {
        database.sql("""
                        update ticket set due_at = :due, promise = :promise
                        where id = :ticket and (due_at is distinct from :due::timestamptz or promise is distinct from :promise)""")
                .param("ticket", ticketId)
                .param("due", at(nextDue), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("promise", standing == null ? null : standing.name(), Types.VARCHAR)
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
