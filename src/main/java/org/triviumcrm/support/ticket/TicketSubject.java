package org.triviumcrm.support.ticket;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What of the company's own a ticket has to do with. */
@Embeddable
class TicketSubject {

    static final TicketSubject NOTHING = new TicketSubject();

    private @Nullable Long productId;
    private @Nullable Long opportunityId;
    private @Nullable Long contractId;

    protected TicketSubject() {}

    TicketSubject(SaveTicket input) {
        productId = input.productId();
        opportunityId = input.opportunityId();
        contractId = input.contractId();
    }

    @Nullable
    Long opportunityId() {
        return opportunityId;
    }

    @Nullable
    Long contractId() {
        return contractId;
    }
}
