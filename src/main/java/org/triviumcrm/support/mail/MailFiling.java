package org.triviumcrm.support.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.support.message.ReceivedMessage;
import org.triviumcrm.support.message.ReceivedMessageService;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketService;

/** Makes mails tickets and words in tickets, in the caller's transaction. */
@Component
class MailFiling {

    static final Viewer JOB = Viewer.job("support.log.mail");

    private final MailboxRepository mailboxes;
    private final KnownRepository known;
    private final TicketService tickets;
    private final ReceivedMessageService messages;
    private final QueueService queues;
    private final Notices notices;
    private final Companies companies;
    private final MessageSource texts;

    MailFiling(
            MailboxRepository mailboxes,
            KnownRepository known,
            TicketService tickets,
            ReceivedMessageService messages,
            QueueService queues,
            Notices notices,
            Companies companies,
            MessageSource texts) {
        this.mailboxes = mailboxes;
        this.known = known;
        this.tickets = tickets;
        this.messages = messages;
        this.queues = queues;
        this.notices = notices;
        this.companies = companies;
        this.texts = texts;
    }

    /**
     * A new ticket with this as its first word.
     *
     * @return the id of the message; empty when there is no queue to put it into
     */
    Optional<Long> open(@Nullable Mailbox mailbox, ReadMail mail, @Nullable Long follows) {
        Long queue = mailbox == null ? queues.first(JOB) : Long.valueOf(mailbox.getQueueId());
        if (queue == null) {
            return Optional.empty();
        }
        String address = mail.address();
        KnownRepository.Writer writer =
                address == null ? new KnownRepository.Writer(null, null) : known.writer(address);
        SaveTicket input = new SaveTicket(
                mail.subject().isBlank() ? texts.getMessage("support.mail.noSubject", null, locale()) : mail.subject(),
                null,
                TicketChannel.EMAIL,
                TicketPriority.NORMAL,
                mailbox == null ? null : mailbox.getTypeId(),
                queue,
                null,
                writer.customerId(),
                writer.contactId(),
                mail.fromName(),
                address,
                null,
                null,
                null,
                null,
                Map.of(),
                0);
        long ticket = tickets.create(JOB, input, Map.of(), follows);
        return Optional.of(messages.open(JOB, ticket, message(mail, false), locale()));
    }

    /**
     * One more word in a ticket; its agent is told.
     *
     * @param quiet whether it changes nothing about the ticket
     * @return the id of the message
     */
    long add(KnownRepository.Place place, ReadMail mail, boolean quiet) {
        long id = messages.receive(JOB, place.ticketId(), message(mail, quiet), locale());
        Long owner = place.ownerId();
        if (owner != null && !quiet) {
            String who = mail.fromName() == null ? mail.from() : mail.fromName();
            notices.tell(
                    List.of(owner),
                    "support.mail.answered",
                    List.of(who == null ? "–" : who, place.title()),
                    "/support/tickets/" + place.ticketId());
        }
        return id;
    }

    @Nullable
    Mailbox mailbox(@Nullable Long id) {
        return id == null ? null : mailboxes.findById(id).orElse(null);
    }

    private static ReceivedMessage message(ReadMail mail, boolean quiet) {
        return new ReceivedMessage(
                mail.fromName(),
                mail.from(),
                mail.text(),
                mail.html(),
                mail.internetId(),
                quiet,
                mail.parts().stream()
                        .map(part -> new ReceivedMessage.ReceivedFile(part.name(), part.contentId(), part.content()))
                        .toList());
    }

    /** That of the company: of the sender none is known. */
    private Locale locale() {
        return companies.current().map(Company::locale).orElse(Locale.ENGLISH);
    }
}
