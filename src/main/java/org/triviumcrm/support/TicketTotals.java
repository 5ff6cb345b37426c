package org.triviumcrm.support;

import org.triviumcrm.identity.Scope;

/**
 * How many tickets are not closed, as far as a scope reaches: the table {@code ticket_total}, of which {@code tickets} is to be added up.
 * It knows owners, teams and queues: single tickets that are shared beyond these are added one by one, as they are few.
 */
public record TicketTotals(Scope scope) {

    private static final String SHARED = """
            (select t.queue_id, t.owner_id, t.team_id, t.status, t.waiting, t.broken, t.tickets from ticket_total t where %s
             union all
             select t.queue_id, t.owner_id, t.team_id, t.status, t.waiting_since is not null, t.promise is not distinct from 'BROKEN', 1
             from ticket t where t.status <> 'CLOSED' and %s)""";

    /** To stand in a query in place of the table; an alias has to follow. */
    public String table() {
        return scope instanceof Scope.Shared shared && !shared.ids().isEmpty()
                ? SHARED.formatted(shared.inGroups().sql("t"), shared.beyondGroups("t"))
                : "ticket_total";
    }

    /** Condition for the rows of {@link #table} that the scope has. */
    public String condition(String alias) {
        return scope instanceof Scope.Shared shared && !shared.ids().isEmpty() ? "true" : scope.sql(alias);
    }
}
