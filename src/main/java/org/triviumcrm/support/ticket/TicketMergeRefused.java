package org.triviumcrm.support.ticket;

import org.triviumcrm.shared.web.Refusal;

/** Why a ticket can't be merged into that one. */
public class TicketMergeRefused extends Refusal {

    private static final long serialVersionUID = 1;

    TicketMergeRefused(String messageKey) {
        super("intoId", messageKey);
    }
}
