package org.triviumcrm.support.enquiry;

import java.util.Locale;
import org.triviumcrm.support.ticket.TicketStatus;

/** What customers are told of where their ticket stands. With whom it waits inside is not their business. */
public enum EnquiryStatus {
    /** It is with us. */
    WORKING,
    /** We have asked something. */
    WAITING,
    SOLVED,
    CLOSED;

    static EnquiryStatus of(TicketStatus status) {
        return switch (status) {
            case NEW, OPEN, ON_HOLD -> WORKING;
            case PENDING -> WAITING;
            case SOLVED -> SOLVED;
            case CLOSED -> CLOSED;
        };
    }

    public boolean isOver() {
        return this == SOLVED || this == CLOSED;
    }

    /** The class of its mark. */
    public String mark() {
        return name().toLowerCase(Locale.ROOT);
    }
}
