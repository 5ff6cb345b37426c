package org.triviumcrm.insight.home;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/**
 * What waits for somebody who answers customers.
 *
 * @param next those whose promise breaks first, then those whose customer waits longest
 */
public record TicketsToDo(Counts counts, List<Ticket> next, Instant now) {

    private static final List<String> OPEN = List.of("NEW", "OPEN", "PENDING", "ON_HOLD");

    /**
     * @param mine open ones
     * @param waiting those of mine whose customer waits for a word
     * @param broken those of mine of which a promise is broken
     * @param nobodys open ones in reach that nobody has taken
     */
    public record Counts(long mine, long waiting, long broken, long nobodys) {
        boolean isNothing() {
            return mine == 0 && nobodys == 0;
        }
    }

    /**
     * @param mine otherwise nobody has taken it yet
     * @param dueAt when a promise breaks or was broken; null when none is running
     * @param waitingSince null when it is the customer's turn
     */
    public record Ticket(
            long id,
            long number,
            String name,
            String priority,
            @Nullable String customer,
            boolean mine,
            @Nullable Instant dueAt,
            @Nullable Instant waitingSince) {}

    public boolean isLate(Ticket ticket) {
        return ticket.dueAt() != null && ticket.dueAt().isBefore(now);
    }

    public String mineHref() {
        return open().is("owner", "me").toString();
    }

    public String waitingHref() {
        return open().is("owner", "me").present("waitingSince").toString();
    }

    public String brokenHref() {
        return open().is("owner", "me").is("promise", "BROKEN").toString();
    }

    public String nobodysHref() {
        return open().empty("owner").toString();
    }

    private static ListLink open() {
        return ListLink.to("/support/tickets").is("status", OPEN.toArray());
    }
}
