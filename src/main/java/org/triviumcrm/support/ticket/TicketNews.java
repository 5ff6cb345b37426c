package org.triviumcrm.support.ticket;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.Notices;

/** Tells people that a ticket is theirs, within the transaction that makes it so. */
@Component
class TicketNews {

    private final Notices notices;

    TicketNews(Notices notices) {
        this.notices = notices;
    }

    /**
     * Whoever has it now is told, unless it was theirs before or they gave it to themselves.
     *
     * @param had who had it before, null for nobody
     * @param by who is at work; 0 or null for a rule
     */
    void given(Ticket ticket, @Nullable Long had, @Nullable Long by) {
        Long owner = ticket.getOwnerId();
        if (owner != null && !owner.equals(had) && !owner.equals(by)) {
            notices.tell(
                    List.of(owner),
                    "support.ticket.notice.given",
                    List.of(ticket.title()),
                    TicketList.PATH + "/" + ticket.getId());
        }
    }

    /** Whoever was told so, and has it no more because what gave it to them never was, is told that as well. */
    void takenBack(Ticket ticket, @Nullable Long had, @Nullable Long by) {
        if (had != null && !had.equals(ticket.getOwnerId()) && !Objects.equals(had, by)) {
            notices.tell(List.of(had), "support.ticket.notice.takenBack", List.of(ticket.title()), TicketList.PATH);
        }
    }
}
