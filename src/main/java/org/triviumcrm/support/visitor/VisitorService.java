package org.triviumcrm.support.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.chat.ChatEnd;
import org.triviumcrm.support.chat.ChatRepository;
import org.triviumcrm.support.chat.ChatTalk;
import org.triviumcrm.support.chat.ChatTickets;
import org.triviumcrm.support.chat.ChatTurns;
import org.triviumcrm.support.chat.ChatWordKind;
import org.triviumcrm.support.chat.HeldChat;
import org.triviumcrm.support.chat.NewChat;
import org.triviumcrm.support.widget.ChatWidget;
import org.triviumcrm.support.widget.Widgets;

/**
 * What visitors of websites do; nobody is signed in. Whoever shows the token of a talk has it: it is drawn by the visitor's page, only
 * its hash is kept here, and nothing else leads to a talk.
 */
@Service
public class VisitorService {

    private static final Viewer JOB = Viewer.job("support.log.chat");
    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PART = 200;

    private final Widgets widgets;
    private final VisitorKeys keys;
    private final WidgetDoor door;
    private final ChatRepository chats;
    private final ChatTalk talk;
    private final ChatTurns turns;
    private final ChatTickets tickets;
    private final VisitorStreams streams;
    private final VisitorPresenceRepository presence;
    private final FloodRepository flood;
    private final Clock clock;

    VisitorService(
            Widgets widgets,
            VisitorKeys keys,
            WidgetDoor door,
            ChatRepository chats,
            ChatTalk talk,
            ChatTurns turns,
            ChatTickets tickets,
            VisitorStreams streams,
            VisitorPresenceRepository presence,
            FloodRepository flood,
            Clock clock) {
        this.widgets = widgets;
        this.keys = keys;
        this.door = door;
        this.chats = chats;
        this.talk = talk;
        this.turns = turns;
        this.tickets = tickets;
        this.streams = streams;
        this.presence = presence;
        this.flood = flood;
        this.clock = clock;
    }

    /** The websites that may carry a widget; none for one that there is not. */
    @Transactional(readOnly = true)
    public List<String> sites(String key) {
        return widgets.find(key).map(ChatWidget::allowed).orElse(List.of());
    }

    /** @param language of the page, such as {@code zh-CN} */
    @Transactional(readOnly = true)
    public WidgetView view(String key, @Nullable String language) {
        return door.view(keys.widget(key), language);
    }

    /** Begins a talk with its first word; the same one sent twice is one. @param address of the net */
    @Transactional
    public void begin(String key, @Nullable String token, Sent sent, String address) {
        ChatWidget widget = keys.widget(key);
        String hashed = VisitorKeys.hashed(token);
        String text = sent.text();
        String client = sent.client();
        if (chats.find(widget.getId(), hashed).isEmpty()) {
            Instant now = clock.instant();
            NewChat chat = chat(widget, hashed, sent);
            VisitorKeys.limit(
                    flood.count(widget.getId(), "START", VisitorKeys.marked(widget, address), WHILE, now), 30);
            VisitorKeys.limit(flood.count(widget.getId(), "START", "", WHILE, now), 2_000);
            if (!door.isOpen(widget)) {
                throw NotTaken.over("closed");
            }
            ChatRepository.Begun begun = chats.begin(chat, now);
            if (begun.fresh()) {
                talk.say(talk.hold(begun.id()), ChatWordKind.VISITOR, null, text, client);
                talk.came(widget.getQueueId());
                turns.serve(widget.getQueueId());
            }
        }
    }

    private NewChat chat(ChatWidget widget, String token, Sent sent) {
        String name = sent.line("name", 200);
        String email = sent.email();
        VisitorKeys.require(widget.getAsksName(), name, "name");
        VisitorKeys.require(widget.getAsksEmail(), email, "email");
        return new NewChat(
                widget.getId(),
                widget.getQueueId(),
                token,
                name == null ? email : name,
                name,
                email,
                widget.getLanguage().on(sent.beginning("language", 20)).name(),
                sent.beginning("page", 500));
    }

    /** One more word; the same one sent twice is one, also after the end. */
    @Transactional
    public void say(String key, @Nullable String token, Sent sent) {
        long id = keys.chat(key, token);
        String text = sent.text();
        String client = sent.client();
        HeldChat chat = talk.hold(id);
        if (chats.isSaid(id, client)) {
            return;
        }
        if (chat.isOver()) {
            throw NotTaken.over("ended");
        }
        VisitorKeys.limit(flood.count(chat.widgetId(), "SAY", Long.toString(id), MINUTE, clock.instant()), 40);
        VisitorKeys.limit(chat.lastSeq(), 3_000);
        talk.say(chat, ChatWordKind.VISITOR, null, text, client);
    }

    /** What was said after a number, for pages that can't have a stream. The visitor is there. */
    @Transactional
    List<Said> words(String key, @Nullable String token, int after) {
        long id = keys.chat(key, token);
        presence.seen(List.of(id), clock.instant());
        return Said.of(chats.words(id, after, true, PART));
    }

    /** What is said from now on, and what was said after a number. Reads in transactions of its own. */
    VisitorStream stream(String key, @Nullable String token, int after) {
        long id = keys.chat(key, token);
        if (streams.isFull()) {
            throw new TooMuch();
        }
        return streams.open(id, after);
    }

    /** The agent sees that the visitor is writing. */
    @Transactional
    public void writing(String key, @Nullable String token) {
        long id = keys.chat(key, token);
        HeldChat chat = chats.look(id).orElseThrow(NoSuchChat::new);
        if (!chat.isOver()) {
            VisitorKeys.limit(flood.count(chat.widgetId(), "WRITE", Long.toString(id), MINUTE, clock.instant()), 60);
            talk.writing(chat, true);
        }
    }

    /** An article has helped: nobody needs to answer any more. Once more changes nothing. */
    @Transactional
    public void helped(String key, @Nullable String token) {
        HeldChat chat = talk.hold(keys.chat(key, token));
        if (!chat.isOver()) {
            talk.end(chat, chat.answered() ? ChatEnd.VISITOR : ChatEnd.HELPED, null);
            turns.serve(chat.queueId());
        }
    }

    /** It is over. Once more changes nothing. */
    @Transactional
    public void end(String key, @Nullable String token) {
        HeldChat chat = talk.hold(keys.chat(key, token));
        if (chat.isOver()) {
            return;
        }
        if (!chat.answered() && chat.ticketId() == null) {
            tickets.openUnanswered(JOB, chat);
            talk.end(chat, ChatEnd.UNANSWERED, null);
        } else {
            talk.end(chat, ChatEnd.VISITOR, null);
        }
        turns.serve(chat.queueId());
    }
}
