package org.triviumcrm.support.board;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.shared.list.NarrowedRows;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.TicketTotals;
import org.triviumcrm.support.ticket.TicketStatus;

/** The cards of all columns in one statement, what breaks next first and the latest of those without a promise, and their totals in another. */
@Repository
class TicketBoardRepository {

    private static final String DUE = "coalesce(t.due_at, 'infinity'::timestamptz)";

    private static final String CARDS = """
            select card.id, card.number, card.name, card.status, card.priority, card.due_at, card.promise, card.waiting_since, card.customer_id,
                   card.owner_id, chosen.falls, c.name as customer, p.name as owner
            from unnest(cast(:boardStates as text[])) with ordinality as column_of (state, place)
            cross join lateral (
                select t.id, %1$s as falls
                from ticket t
                where t.status = column_of.state and t.status <> 'CLOSED' and %2$s%3$s
                order by %1$s, (-t.id)
                limit :boardSize) chosen
            join ticket card on card.id = chosen.id
            left join customer c on c.id = card.customer_id
            left join person p on p.id = card.owner_id
            order by column_of.place, chosen.falls, card.id desc""";

    private static final String TOTALS = """
            select t.status, count(*) as count, count(*) filter (where t.promise = 'BROKEN') as broken
            from ticket t where t.status = any(cast(:boardStates as text[])) and t.status <> 'CLOSED' and %s group by t.status""";

    private static final String ALL_TOTALS = """
            select t.status, sum(t.tickets) as count, coalesce(sum(t.tickets) filter (where t.broken), 0) as broken
            from %s t where t.status = any(cast(:boardStates as text[])) and %s group by t.status""";

    private static final String BEHIND = " and (" + DUE
            + ", -t.id) > (coalesce(:boardDue::timestamptz, 'infinity'::timestamptz), -:boardId::bigint)";

    private final JdbcClient database;

    TicketBoardRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param after the last card seen, for a single column; null for the beginning */
    List<TicketCard> cards(NarrowedRows narrow, List<TicketStatus> states, int size, @Nullable After after) {
        Instant due = after == null ? null : after.due();
        return database.sql(CARDS.formatted(DUE, narrow.sql(), after == null ? "" : BEHIND))
                .params(narrow.parameters())
                .param("boardStates", array(states))
                .param("boardSize", size)
                .param("boardDue", due == null ? null : due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("boardId", after == null ? null : after.id(), Types.BIGINT)
                .query(TicketCard.class)
                .list();
    }

    Map<TicketStatus, Total> totals(NarrowedRows narrow, List<TicketStatus> states) {
        return database
                .sql(TOTALS.formatted(narrow.sql()))
                .params(narrow.parameters())
                .param("boardStates", array(states))
                .query(Total.class)
                .stream()
                .collect(Collectors.toMap(Total::status, Function.identity()));
    }

    /** The same without any filter, from what is maintained. */
    Map<TicketStatus, Total> totals(Scope scope, List<TicketStatus> states) {
        TicketTotals totals = new TicketTotals(scope);
        return database
                .sql(ALL_TOTALS.formatted(totals.table(), totals.condition("t")))
                .params(scope.parameters())
                .param("boardStates", array(states))
                .query(Total.class)
                .stream()
                .collect(Collectors.toMap(Total::status, Function.identity()));
    }

    private static String array(List<TicketStatus> states) {
        return states.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    record Total(TicketStatus status, long count, long broken) {

        static Total none(TicketStatus status) {
            return new Total(status, 0, 0);
        }
    }

    /** The last card seen. */
    record After(@Nullable Instant due, long id) {

        /** @throws NotFound when it was not made by {@link #of} */
        static After parse(String cursor) {
            try {
                int at = cursor.indexOf('~');
                String due = cursor.substring(0, at);
                return new After(due.isEmpty() ? null : Instant.parse(due), Long.parseLong(cursor.substring(at + 1)));
            } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
                throw new NotFound();
            }
        }

        static String of(TicketCard card) {
            return (card.dueAt() == null ? "" : card.dueAt()) + "~" + card.id();
        }
    }
}
