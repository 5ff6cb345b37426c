package org.triviumcrm.support.ticket;

import org.triviumcrm.shared.web.Refusal;

/** Why these messages can't become a ticket of their own. */
public class TicketSplitRefused extends Refusal {

    private static final long serialVersionUID = 1;

    TicketSplitRefused(String messageKey) {
        super("messageIds", messageKey);
    }
}
