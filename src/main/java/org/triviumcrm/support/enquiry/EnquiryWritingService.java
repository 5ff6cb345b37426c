package org.triviumcrm.support.enquiry;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.support.enquiry.EnquiryRepository.Standing;
import org.triviumcrm.support.message.ReceivedMessage;
import org.triviumcrm.support.message.ReceivedMessageService;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.portal.PortalSettingService;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.WrongTicketStatus;
import org.triviumcrm.support.type.TypeService;

/** What customers do with their tickets: the same as if it had come by mail. What is not theirs is not there. */
@Service
public class EnquiryWritingService {

    private final EnquiryRepository enquiries;
    private final TicketService tickets;
    private final ReceivedMessageService messages;
    private final TypeService types;
    private final QueueService queues;
    private final PortalSettingService settings;
    private final Notices notices;
    private final Clock clock;

    EnquiryWritingService(
            EnquiryRepository enquiries,
            TicketService tickets,
            ReceivedMessageService messages,
            TypeService types,
            QueueService queues,
            PortalSettingService settings,
            Notices notices,
            Clock clock) {
        this.enquiries = enquiries;
        this.tickets = tickets;
        this.messages = messages;
        this.types = types;
        this.queues = queues;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    /** What customers may say that a ticket is about. */
    @Transactional(readOnly = true)
    public List<Option> types(PortalCustomer me) {
        return types.open(EnquiryService.JOB);
    }

    /**
     * @param answers to the questions of its type
     * @return its id
     * @throws NotFound when it names a type that customers may not choose
     * @throws IOException when a file can't be read
     */
    @Transactional(rollbackFor = IOException.class)
    public long open(PortalCustomer me, OpenEnquiry input, Map<String, String> answers, Collection<SentFile> files)
            throws IOException {
        Long type = input.typeId();
        if (type != null && types(me).stream().noneMatch(option -> type.equals(option.value()))) {
            throw new NotFound();
        }
        return open(me, input.name(), type, input.text(), answers, files, null);
    }

    private long open(
            PortalCustomer me,
            String name,
            @Nullable Long type,
            String text,
            Map<String, String> answers,
            Collection<SentFile> files,
            @Nullable Long follows)
            throws IOException {
        SaveTicket input = new SaveTicket(
                name,
                null,
                TicketChannel.PORTAL,
                TicketPriority.NORMAL,
                type,
                queue(),
                null,
                me.customerId(),
                me.contactId(),
                me.name(),
                me.email(),
                null,
                null,
                null,
                null,
                Map.of(),
                0);
        long id = tickets.create(EnquiryService.JOB, input, answers, follows);
        messages.open(EnquiryService.JOB, id, message(me, text), files, me.locale());
        return id;
    }

    /** Where what customers open goes: what the company says, as long as that is in use. */
    private Long queue() {
        Long said = settings.settings(EnquiryService.JOB).queueId();
        boolean used = said != null
                && queues.choices(EnquiryService.JOB, null).stream().anyMatch(queue -> said.equals(queue.value()));
        Long queue = used ? said : queues.first(EnquiryService.JOB);
        if (queue == null) {
            throw new WrongTicketStatus("support.enquiry.error.queue");
        }
        return queue;
    }

    /**
     * One more word, by which it is open again; what is closed for good is gone on with in a new one.
     *
     * @return the id of the ticket in which it stands
     * @throws NotFound when it is not theirs
     * @throws IOException when a file can't be read
     */
    @Transactional(rollbackFor = IOException.class)
    public long answer(PortalCustomer me, long id, AnswerEnquiry input, Collection<SentFile> files) throws IOException {
        Standing ticket = standing(me, id);
        if (ticket.status() == TicketStatus.CLOSED) {
            return open(me, ticket.name(), ticket.typeId(), input.text(), Map.of(), files, id);
        }
        messages.receive(EnquiryService.JOB, id, message(me, input.text()), files, me.locale());
        tell(ticket, "support.portal.notice.answered", me);
        return id;
    }

    /** It is over for the customer, too. */
    @Transactional
    public void solve(PortalCustomer me, long id) {
        Standing ticket = standing(me, id);
        if (ticket.status().isOpen()) {
            tickets.become(EnquiryService.JOB, id, TicketStatus.SOLVED);
            tell(ticket, "support.portal.notice.solved", me);
        }
    }

    /** It is not over. @throws WrongTicketStatus when it is closed for good */
    @Transactional
    public void reopen(PortalCustomer me, long id) {
        Standing ticket = standing(me, id);
        if (!ticket.status().isOpen()) {
            tickets.become(EnquiryService.JOB, id, TicketStatus.OPEN);
            tell(ticket, "support.portal.notice.reopened", me);
        }
    }

    /** What was said before counts no longer. @throws WrongTicketStatus while it is not solved */
    @Transactional
    public void rate(PortalCustomer me, long id, RateEnquiry input) {
        Standing ticket = standing(me, id);
        if (ticket.status().isOpen()) {
            throw new WrongTicketStatus("support.enquiry.error.open");
        }
        enquiries.rate(id, Objects.requireNonNull(input.satisfaction()));
    }

    private Standing standing(PortalCustomer me, long id) {
        return enquiries.standing(me, id, clock.instant()).orElseThrow(NotFound::new);
    }

    private void tell(Standing ticket, String key, PortalCustomer me) {
        Long owner = ticket.ownerId();
        if (owner != null) {
            notices.tell(List.of(owner), key, List.of(me.name(), ticket.title()), "/support/tickets/" + ticket.id());
        }
    }

    private static ReceivedMessage message(PortalCustomer me, String text) {
        return new ReceivedMessage(me.name(), me.email(), text, null, null, false, List.of());
    }
}
