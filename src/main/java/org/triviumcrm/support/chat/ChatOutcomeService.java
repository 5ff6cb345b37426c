package org.triviumcrm.support.chat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.LeadIntake;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.ticket.TicketPriority;

/** What a talk becomes: a ticket, or a lead; each once. */
@Service
public class ChatOutcomeService {

    private static final int WORDS = 5_000;
    private static final int LONGEST_NOTE = 20_000;

    private final ChatReadRepository readings;
    private final ChatRepository chats;
    private final ChatVisitorRepository visitors;
    private final ChatTalk talk;
    private final ChatTickets tickets;
    private final LeadIntake leads;
    private final Companies companies;
    private final MessageSource texts;

    ChatOutcomeService(
            ChatReadRepository readings,
            ChatRepository chats,
            ChatVisitorRepository visitors,
            ChatTalk talk,
            ChatTickets tickets,
            LeadIntake leads,
            Companies companies,
            MessageSource texts) {
        this.readings = readings;
        this.chats = chats;
        this.visitors = visitors;
        this.talk = talk;
        this.tickets = tickets;
        this.leads = leads;
        this.companies = companies;
        this.texts = texts;
    }

    /** A form for the ticket. @param chat as the viewer sees it */
    @CanTurnChatsIntoTickets
    @Transactional(readOnly = true)
    ChatIntoTicket proposed(Viewer viewer, ChatFacts chat) {
        return new ChatIntoTicket(tickets.subject(chat.id()), chat.queueId(), TicketPriority.NORMAL, true);
    }

    /**
     * A ticket with what was said.
     *
     * @return its id; that of the one there is when somebody else was faster
     * @throws NotFound when the viewer does not see the talk, or there is no such queue
     */
    @CanTurnChatsIntoTickets
    @Transactional
    long open(Viewer viewer, long id, ChatIntoTicket input) {
        require(viewer, id);
        HeldChat chat = talk.hold(id);
        Long known = chat.ticketId();
        if (known != null) {
            return known;
        }
        Long queue = input.queueId();
        if (queue == null) {
            throw new NotFound();
        }
        return tickets.open(
                viewer, chat, input.name(), queue, input.priority(), input.mine() ? viewer.personId() : null);
    }

    /** Whether the viewer may make a lead. */
    @CanViewChats
    public boolean mayMakeLead(Viewer viewer) {
        return leads.isFor(viewer);
    }

    /** Address of the lead that it became; null for none. */
    @CanViewChats
    public @Nullable String leadPath(Viewer viewer, ChatFacts chat) {
        Long lead = chat.leadId();
        return lead == null ? null : leads.path(lead);
    }

    /**
     * A lead with what was said as its note.
     *
     * @return the address of its page; of the one there is when somebody else was faster
     */
    @CanViewChats
    @Transactional
    public String makeLead(Viewer viewer, long id) {
        require(viewer, id);
        if (!leads.isFor(viewer)) {
            throw new NotFound();
        }
        HeldChat chat = talk.hold(id);
        Long known = chat.leadId();
        if (known != null) {
            return leads.path(known);
        }
        ChatVisitorRepository.Visitor visitor = visitors.of(id);
        if (visitor.name() == null && visitor.email() == null) {
            throw new ChatRefused("support.chat.error.nobody");
        }
        Locale locale = companies.current().map(Company::locale).orElse(Locale.ENGLISH);
        String said = chats.words(id, 0, true, WORDS).stream()
                .filter(word -> !word.isEvent())
                .map(word -> (word.isFromVisitor() ? "> " : "") + word.body())
                .collect(Collectors.joining("\n"));
        long lead = leads.take(
                viewer,
                new LeadIntake.NewLead(
                        visitor.name(),
                        visitor.email(),
                        texts.getMessage("support.chat.source", null, locale),
                        said.substring(0, Math.min(said.length(), LONGEST_NOTE))));
        chats.became(id, null, lead);
        return leads.path(lead);
    }

    private void require(Viewer viewer, long id) {
        if (!readings.isVisible(viewer, id)) {
            throw new NotFound();
        }
    }
}
