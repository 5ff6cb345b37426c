package org.triviumcrm.support.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.ticket.TicketChanges;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.TicketTalkService;

/** Puts into a ticket what was said before there was one. Nothing of it leaves: whom it was said to knows it. */
@Service
public class TranscriptService {

    private final MessageRepository messages;
    private final ReceivedMessageRepository received;
    private final FileRepository files;
    private final TicketService tickets;
    private final TicketTalkService talk;

    TranscriptService(
            MessageRepository messages,
            ReceivedMessageRepository received,
            FileRepository files,
            TicketService tickets,
            TicketTalkService talk) {
        this.messages = messages;
        this.received = received;
        this.files = files;
        this.tickets = tickets;
        this.talk = talk;
    }

    /**
     * A ticket that was answered there is answered here, and open for what is left to be done.
     *
     * @param said the oldest first
     */
    @CanReadMessages
    @Transactional
    public void add(Viewer viewer, long ticketId, List<SaidElsewhere> said) {
        tickets.page(viewer, ticketId);
        Long reply = null;
        for (SaidElsewhere one : said) {
            if (one.kind() == MessageKind.INBOUND) {
                long id = received.add(
                        ticketId,
                        new ReceivedMessage(one.name(), one.email(), one.text(), null, null, false, List.of()),
                        one.text(),
                        List.of(),
                        one.at());
                keep(id, one);
            } else {
                long id = messages.add(
                        ticketId,
                        one.kind(),
                        one.authorId(),
                        one.text(),
                        List.of(),
                        one.at(),
                        one.kind() == MessageKind.REPLY ? one.at() : null,
                        null);
                keep(id, one);
                reply = one.kind() == MessageKind.REPLY ? Long.valueOf(id) : reply;
            }
        }
        if (reply != null && viewer.can("support.ticket.reply")) {
            talk.replied(viewer, ticketId, reply, TicketStatus.OPEN, TicketChanges.NONE);
        }
    }

    private void keep(long messageId, SaidElsewhere said) {
        try {
            for (SaidElsewhere.Attached file : said.files()) {
                files.keep(messageId, file.open());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
