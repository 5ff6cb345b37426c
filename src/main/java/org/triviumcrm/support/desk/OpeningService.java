package org.triviumcrm.support.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketService;

/** Opens tickets with the first word of the customer. */
@Service
public class OpeningService {

    private final TicketService tickets;
    private final MessageService messages;

    OpeningService(TicketService tickets, MessageService messages) {
        this.tickets = tickets;
        this.messages = messages;
    }

    /** @param follows the one that it goes on with, null for none */
    @CanOpenTickets
    @Transactional
    public long open(Viewer viewer, SaveTicket input, Map<String, String> answers, @Nullable Long follows) {
        long id = tickets.create(viewer, input, answers, follows);
        String text = input.text();
        if (text != null && !text.isBlank()) {
            messages.open(viewer, id, text);
        }
        return id;
    }
}
