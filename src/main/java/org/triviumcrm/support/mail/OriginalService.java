package org.triviumcrm.support.mail;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.ticket.TicketService;

/** Mails as they came, of tickets that somebody sees. */
@Service
public class OriginalService {

    private final TicketService tickets;
    private final TrayRepository mails;
    private final InboundRepository contents;

    OriginalService(TicketService tickets, TrayRepository mails, InboundRepository contents) {
        this.tickets = tickets;
        this.mails = mails;
        this.contents = contents;
    }

    /** @param size in bytes */
    public record Original(long id, long size) {}

    /** @throws NotFound when the viewer does not see the ticket, or that message of it came otherwise */
    @CanReadOriginals
    @Transactional(readOnly = true)
    public Original find(Viewer viewer, long ticketId, long messageId) {
        tickets.page(viewer, ticketId);
        long id = mails.original(ticketId, messageId).orElseThrow(NotFound::new);
        return new Original(id, mails.size(id));
    }

    @CanReadOriginals
    public void write(Viewer viewer, Original original, OutputStream target) throws IOException {
        contents.write(original.id(), target);
    }
}
