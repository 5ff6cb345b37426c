package org.triviumcrm.support.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketTalkService;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** What people outside write, by mail for one: the same as if an agent had written down what they said. */
@Service
public class ReceivedMessageService {

    private static final int LONGEST = 100_000;

    private final ReceivedMessageRepository messages;
    private final FileRepository files;
    private final TicketService tickets;
    private final TicketTalkService talk;
    private final MessageSource texts;
    private final Clock clock;

    ReceivedMessageService(
            ReceivedMessageRepository messages,
            FileRepository files,
            TicketService tickets,
            TicketTalkService talk,
            MessageSource texts,
            Clock clock) {
        this.messages = messages;
        this.files = files;
        this.tickets = tickets;
        this.talk = talk;
        this.texts = texts;
        this.clock = clock;
    }

    /** The first word of a ticket that is new because of it. @return its id */
    @CanWriteMessages
    @Transactional
    public long open(Viewer viewer, long ticketId, ReceivedMessage message, Locale locale) {
        return add(ticketId, message, locale);
    }

    /** The same with files that are checked already. @throws IOException when one can't be read */
    @CanWriteMessages
    @Transactional(rollbackFor = IOException.class)
    public long open(
            Viewer viewer, long ticketId, ReceivedMessage message, Collection<SentFile> attached, Locale locale)
            throws IOException {
        return keep(add(ticketId, message, locale), attached);
    }

    /**
     * One more word in a ticket, which is open again by it, unless a program wrote it.
     *
     * @return its id
     * @throws WrongTicketStatus when it is closed
     */
    @CanWriteMessages
    @Transactional
    public long receive(Viewer viewer, long ticketId, ReceivedMessage message, Locale locale) {
        talk.hold(viewer, ticketId, null);
        long id = add(ticketId, message, locale);
        if (!message.automatic()) {
            talk.received(viewer, ticketId, id);
        }
        return id;
    }

    /** The same with files that are checked already. @throws IOException when one can't be read */
    @CanWriteMessages
    @Transactional(rollbackFor = IOException.class)
    public long receive(
            Viewer viewer, long ticketId, ReceivedMessage message, Collection<SentFile> attached, Locale locale)
            throws IOException {
        return keep(receive(viewer, ticketId, message, locale), attached);
    }

    private long keep(long id, Collection<SentFile> attached) throws IOException {
        for (SentFile file : attached) {
            files.keep(id, file);
        }
        return id;
    }

    /** As it was laid out. @throws NotFound when the viewer does not see the ticket, or nothing of it came so */
    @CanReadMessages
    @Transactional(readOnly = true)
    public String html(Viewer viewer, long ticketId, long messageId) {
        TicketPage ticket = tickets.page(viewer, ticketId);
        return messages.html(ticket.id(), messageId).orElseThrow(NotFound::new);
    }

    /** Its files by the ids under which the HTML shows them. */
    @CanReadMessages
    @Transactional(readOnly = true)
    public List<ShownFile> shown(Viewer viewer, long ticketId, long messageId) {
        tickets.page(viewer, ticketId);
        return files.shown(messageId);
    }

    private long add(long ticketId, ReceivedMessage message, Locale locale) {
        List<SentFile> kept = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (ReceivedMessage.ReceivedFile file : message.files()) {
            try {
                kept.add(SentFile.of(file.name(), file.content().length, new ByteArrayInputStream(file.content())));
                ids.add(file.contentId());
            } catch (RefusedFile refused) {
                leftOut.add(file.name());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        long id = messages.add(ticketId, message, text(message.text(), locale), leftOut, clock.instant());
        for (int i = 0; i < kept.size(); i++) {
            keep(id, kept.get(i), ids.get(i));
        }
        return id;
    }

    private void keep(long messageId, SentFile file, String contentId) {
        try {
            files.keep(messageId, file, contentId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something is there to read in any case, and not more than anybody reads. */
    private String text(String text, Locale locale) {
        if (text.isBlank()) {
            return texts.getMessage("support.mail.empty", null, locale);
        }
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "\n\n" + texts.getMessage("support.mail.cut", null, locale);
    }
}
