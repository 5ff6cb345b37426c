package org.triviumcrm.support.message;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.letter.Delivery;
import org.triviumcrm.support.letter.ReplyPost;
import org.triviumcrm.support.rule.TicketRuleService;
import org.triviumcrm.support.ticket.BeforeReply;
import org.triviumcrm.support.ticket.TicketChanges;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.TicketTalkService;
import org.triviumcrm.support.ticket.WrongTicketStatus;
import tools.jackson.databind.json.JsonMapper;

/** What is said in tickets. */
@Service
public class MessageService {

    private final MessageRepository messages;
    private final FileRepository files;
    private final TicketService tickets;
    private final TicketTalkService talk;
    private final TicketRuleService rules;
    private final ReplyPost post;
    private final Notices notices;
    private final People people;
    private final JsonMapper json;
    private final Clock clock;

    MessageService(
            MessageRepository messages,
            FileRepository files,
            TicketService tickets,
            TicketTalkService talk,
            TicketRuleService rules,
            ReplyPost post,
            Notices notices,
            People people,
            JsonMapper json,
            Clock clock) {
        this.messages = messages;
        this.files = files;
        this.tickets = tickets;
        this.talk = talk;
        this.rules = rules;
        this.post = post;
        this.notices = notices;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A part of the conversation.
     *
     * @param ticket as the viewer sees it
     * @param earlierThan id of a message; null for the latest part
     */
    @CanReadMessages
    @Transactional(readOnly = true)
    public TicketThread thread(Viewer viewer, TicketPage ticket, @Nullable Long earlierThan) {
        return messages.thread(ticket.id(), earlierThan, viewer.personId(), post.canLeave(), clock.instant());
    }

    /** What the customer said as the ticket was opened, told on the telephone or in writing. */
    @CanReadMessages
    @Transactional
    public long open(Viewer viewer, long ticketId, String text) {
        tickets.page(viewer, ticketId);
        return messages.add(ticketId, MessageKind.INBOUND, null, text, List.of(), clock.instant(), null, null);
    }

    /**
     * @throws NotFound when the viewer does not see the ticket, or somebody called does not exist
     * @throws WrongTicketStatus when it is closed
     * @throws IOException when a file can't be read
     */
    @CanWriteMessages
    @Transactional(rollbackFor = IOException.class)
    public long write(Viewer viewer, long ticketId, WriteMessage input, List<SentFile> attached) throws IOException {
        return write(viewer, ticketId, input, attached, TicketChanges.NONE);
    }

    /**
     * What others have written since a message; nobody writes more until the transaction ends.
     *
     * @param seen id of the last message that the viewer has seen, 0 for none
     * @throws NotFound when the viewer does not see the ticket
     */
    @CanWriteMessages
    @Transactional
    public List<ThreadEntry.Message> since(Viewer viewer, long ticketId, long seen) {
        talk.hold(viewer, ticketId, null);
        return messages.others(ticketId, seen, viewer.personId(), post.canLeave(), clock.instant());
    }

    /**
     * The same, with what else becomes of the ticket at the same moment.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since the changes were chosen
     */
    @CanWriteMessages
    @Transactional(rollbackFor = IOException.class)
    public long write(Viewer viewer, long ticketId, WriteMessage input, List<SentFile> attached, TicketChanges changes)
            throws IOException {
        BeforeReply before = talk.hold(viewer, ticketId, changes.version());
        long id = switch (input.kind()) {
            case REPLY -> reply(viewer, ticketId, input, before, changes);
            case NOTE -> note(viewer, ticketId, input);
            case INBOUND -> receive(viewer, ticketId, input);
        };
        if (input.kind() != MessageKind.REPLY && !changes.isEmpty()) {
            talk.change(viewer, ticketId, changes);
        }
        for (SentFile file : attached) {
            files.keep(id, file);
        }
        return id;
    }

    private long reply(Viewer viewer, long ticketId, WriteMessage input, BeforeReply before, TicketChanges changes) {
        Instant now = clock.instant();
        Instant due = now.plusSeconds(rules.rules(viewer).undoSeconds());
        long id = messages.add(
                ticketId,
                MessageKind.REPLY,
                viewer.personId(),
                input.text(),
                List.of(),
                now,
                due,
                json.writeValueAsString(before));
        post.post(ticketId, id, due);
        TicketStatus same = before.status() == TicketStatus.NEW ? TicketStatus.OPEN : before.status();
        TicketStatus said = changes.status() == null ? input.status() : changes.status();
        talk.replied(viewer, ticketId, id, said == null ? same : said, changes);
        return id;
    }

    private long note(Viewer viewer, long ticketId, WriteMessage input) {
        List<Long> called = input.mentions().stream().distinct().toList();
        if (people.names(called).size() < called.size()) {
            throw new NotFound();
        }
        long id = messages.add(
                ticketId, MessageKind.NOTE, viewer.personId(), input.text(), called, clock.instant(), null, null);
        TicketPage ticket = tickets.page(viewer, ticketId);
        notices.tell(
                called.stream().filter(person -> person != viewer.personId()).toList(),
                "support.message.called",
                List.of(viewer.name(), ticket.title()),
                "/support/tickets/" + ticketId);
        talk.noted(viewer, ticketId);
        return id;
    }

    private long receive(Viewer viewer, long ticketId, WriteMessage input) {
        long id =
                messages.add(ticketId, MessageKind.INBOUND, null, input.text(), List.of(), clock.instant(), null, null);
        talk.received(viewer, ticketId, id);
        return id;
    }

    /**
     * Takes a reply back that has not left yet: it never was, and the ticket is what it was before, unless somebody has done
     * something about it since.
     *
     * @return its text
     * @throws TooLate when it has left, or is not the viewer's
     */
    @CanWriteMessages
    @Transactional
    public String takeBack(Viewer viewer, long ticketId, long id) {
        talk.hold(viewer, ticketId, null);
        MessageRepository.Recallable reply = messages.findRecallable(ticketId, id, viewer.personId(), clock.instant())
                .orElseThrow(TooLate::new);
        if (!post.recall(ticketId, id)) {
            throw new TooLate();
        }
        boolean last = messages.isLast(ticketId, id);
        messages.remove(id);
        if (last) {
            talk.takeBack(viewer, ticketId, json.readValue(reply.before(), BeforeReply.class));
        } else {
            talk.forget(viewer, ticketId);
        }
        return reply.body();
    }

    /**
     * A reply that has not got to the customer leaves now.
     *
     * @return false when it can't: there is no address or no mail server, or it has left
     * @throws NotFound when the viewer does not see the ticket, or it has no such reply
     */
    @CanWriteMessages
    @Transactional
    public boolean send(Viewer viewer, long ticketId, long id) {
        tickets.page(viewer, ticketId);
        return post.send(ticketId, id);
    }

    /**
     * Where a reply is on its way.
     *
     * @throws NotFound when the viewer does not see the ticket, or it has no such reply that was to leave
     */
    @CanReadMessages
    @Transactional(readOnly = true)
    public Delivery delivery(Viewer viewer, long ticketId, long id) {
        tickets.page(viewer, ticketId);
        return post.delivery(ticketId, id).orElseThrow(NotFound::new);
    }

    /** Whom a note can call: people who see tickets. */
    @CanReadMessages
    @Transactional(readOnly = true)
    public List<PersonRef> callable(Viewer viewer, @Nullable String typed, int limit) {
        return people.permitted(viewer, "support.ticket.view", typed, limit);
    }

    /** @throws NotFound when the ticket has no such file, or the viewer does not see it */
    @CanReadMessages
    @Transactional(readOnly = true)
    public MessageFile file(Viewer viewer, long ticketId, long id) {
        tickets.page(viewer, ticketId);
        return files.find(ticketId, id).orElseThrow(NotFound::new);
    }

    @CanReadMessages
    public void write(Viewer viewer, long ticketId, MessageFile file, OutputStream target) throws IOException {
        tickets.page(viewer, ticketId);
        files.write(file.id(), target);
    }
}
