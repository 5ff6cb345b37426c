package org.triviumcrm.insight.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.insight.home.TicketsToDo.Counts;
import org.triviumcrm.insight.home.TicketsToDo.Ticket;
import org.triviumcrm.support.TicketTotals;

/** What waits for an agent: by the index of what is open, of one person and of nobody. */
@Repository
class TicketsToDoRepository {

    private static final int SHOWN = 8;
    private static final String OPEN = """
            t.status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD') and (t.owner_id = :me or t.owner_id is null) and\s""";

    private final JdbcClient database;

    TicketsToDoRepository(JdbcClient database) {
        this.database = database;
    }

    Counts counts(Scope scope, long me) {
        TicketTotals totals = new TicketTotals(scope);
        return database.sql("""
                        select coalesce(sum(t.tickets) filter (where t.owner_id = :me), 0) as mine,
                               coalesce(sum(t.tickets) filter (where t.owner_id = :me and t.waiting), 0) as waiting,
                               coalesce(sum(t.tickets) filter (where t.owner_id = :me and t.broken), 0) as broken,
                               coalesce(sum(t.tickets) filter (where t.owner_id is null), 0) as nobodys
                        from\s""" + totals.table() + " t where " + OPEN + totals.condition("t"))
                .param("me", me)
                .params(scope.parameters())
                .query(Counts.class)
                .single();
    }

    /** Those that somebody waits for, or about which something is promised. */
    List<Ticket> next(Scope scope, long me) {
        return database.sql("""
                        select t.id, t.number, t.name, t.priority, coalesce(c.name, t.requester_name, t.requester_email) as customer,
                               t.owner_id is not null as mine, t.due_at, t.waiting_since
                        from (
                            select t.* from ticket t where\s""" + OPEN + scope.sql("t") + """
                             and (t.waiting_since is not null or t.due_at is not null)
                            order by t.due_at nulls last, t.waiting_since, t.id limit\s""" + SHOWN + """
                        ) t left join customer c on c.id = t.customer_id
                        order by t.due_at nulls last, t.waiting_since, t.id""")
                .param("me", me)
                .params(scope.parameters())
                .query((row, number) -> new Ticket(
                        row.getLong("id"),
                        row.getLong("number"),
                        row.getString("name"),
                        row.getString("priority"),
                        row.getString("customer"),
                        row.getBoolean("mine"),
                        instant(row.getObject("due_at", OffsetDateTime.class)),
                        instant(row.getObject("waiting_since", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
