package org.triviumcrm.support.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.message.MessageKind;
import org.triviumcrm.support.message.SaidElsewhere;
import org.triviumcrm.support.message.TranscriptService;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketService;

/** Makes tickets of talks, and of what is written when nobody is there; in the caller's transaction. */
@Component
public class ChatTickets {

    private static final int LONGEST_NAME = 100;
    private static final int WORDS = 5_000;

    private final ChatRepository chats;
    private final ChatVisitorRepository visitors;
    private final ChatFileRepository files;
    private final TicketService tickets;
    private final TranscriptService transcripts;

    ChatTickets(
            ChatRepository chats,
            ChatVisitorRepository visitors,
            ChatFileRepository files,
            TicketService tickets,
            TranscriptService transcripts) {
        this.chats = chats;
        this.visitors = visitors;
        this.files = files;
        this.tickets = tickets;
        this.transcripts = transcripts;
    }

    /** What a ticket would be called, of what the visitor said first. */
    String subject(long chatId) {
        return chats.words(chatId, 0, true, WORDS).stream()
                .filter(ChatWord::isFromVisitor)
                .findFirst()
                .map(word -> subject(word.body()))
                .orElse("");
    }

    static String subject(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        if (line.length() <= LONGEST_NAME) {
            return line;
        }
        int end = LONGEST_NAME - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** @param owner who is in charge; null for whom the queue says */
    long open(Viewer viewer, HeldChat chat, String name, long queueId, TicketPriority priority, @Nullable Long owner) {
        ChatVisitorRepository.Visitor visitor = visitors.of(chat.id());
        long ticket = create(viewer, visitor, name, queueId, priority, owner);
        transcripts.add(viewer, ticket, said(chat.id(), visitor));
        chats.became(chat.id(), ticket, null);
        return ticket;
    }

    /** Nobody has answered: it becomes a ticket of its queue. */
    public void openUnanswered(Viewer viewer, HeldChat chat) {
        open(viewer, chat, subject(chat.id()), chat.queueId(), TicketPriority.NORMAL, null);
    }

    /** What was written while nobody was there; it stands among the talks as well. @param left who wrote, at which widget */
    public void write(Viewer viewer, NewChat left, String text, Instant now) {
        String name = left.visitorName();
        String email = Objects.requireNonNull(left.visitorEmail());
        ChatVisitorRepository.Visitor visitor = visitors.known(name, email);
        long ticket = create(viewer, visitor, subject(text), left.queueId(), TicketPriority.NORMAL, null);
        long chat = chats.begin(left, now).id();
        chats.say(chat, ChatWordKind.VISITOR, null, text, null, now);
        chats.end(chat, ChatEnd.OFFLINE, now);
        chats.became(chat, ticket, null);
        transcripts.add(
                viewer,
                ticket,
                List.of(new SaidElsewhere(MessageKind.INBOUND, null, name, email, text, List.of(), now)));
    }

    private long create(
            Viewer viewer,
            ChatVisitorRepository.Visitor visitor,
            String name,
            long queueId,
            TicketPriority priority,
            @Nullable Long owner) {
        SaveTicket input = new SaveTicket(
                name,
                null,
                TicketChannel.CHAT,
                priority,
                null,
                queueId,
                owner,
                visitor.customerId(),
                visitor.contactId(),
                visitor.name(),
                visitor.email(),
                null,
                null,
                null,
                null,
                Map.of(),
                0);
        return tickets.create(viewer, input, Map.of(), null);
    }

    /** What one of them says in a row is one message. */
    private List<SaidElsewhere> said(long chatId, ChatVisitorRepository.Visitor visitor) {
        List<SaidElsewhere> said = new ArrayList<>();
        ChatWord begun = null;
        StringBuilder text = new StringBuilder();
        List<SaidElsewhere.Attached> attached = new ArrayList<>();
        for (ChatWord word : chats.words(chatId, 0, false, WORDS)) {
            if (word.isEvent()) {
                continue;
            }
            if (begun != null && (begun.kind() != word.kind() || !Objects.equals(begun.authorId(), word.authorId()))) {
                said.add(message(begun, text.toString(), attached, visitor));
                text.setLength(0);
                attached.clear();
                begun = null;
            }
            begun = begun == null ? word : begun;
            text.append(text.isEmpty() ? "" : "\n\n").append(word.body());
            ChatFile file = word.file();
            if (file != null) {
                attached.add(() -> files.open(file));
            }
        }
        if (begun != null) {
            said.add(message(begun, text.toString(), attached, visitor));
        }
        return said;
    }

    private static SaidElsewhere message(
            ChatWord begun, String text, List<SaidElsewhere.Attached> attached, ChatVisitorRepository.Visitor visitor) {
        MessageKind kind = switch (begun.kind()) {
            case AGENT -> MessageKind.REPLY;
            case NOTE -> MessageKind.NOTE;
            default -> MessageKind.INBOUND;
        };
        return new SaidElsewhere(kind, begun.authorId(), visitor.name(), visitor.email(), text, attached, begun.at());
    }
}
