package org.triviumcrm.support.ticket;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.OwnedRecords;

/** Tickets can be given to somebody else, many at once; what is over stays with who had it. */
@Component
class OwnedTickets implements OwnedRecords {

    @Override
    public String type() {
        return TicketList.NOUN;
    }

    @Override
    public String permission() {
        return "support.ticket.transfer";
    }

    @Override
    public String leaving() {
        return "t.status in " + TicketStatus.OPEN_ONES;
    }
}
