package org.triviumcrm.support.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.messaging.LiveCounts;
import org.triviumcrm.messaging.LiveRooms;
import org.triviumcrm.messaging.LiveTopics;
import org.triviumcrm.shared.web.NotFound;

/** What can become of a talk, in the caller's transaction, whose business it is who may; everybody who looks at it hears of it. */
@Component
public class ChatTalk {

    /** To whose talks and queues something has happened. */
    static final String DESK = "chats";

    static final String TOPIC = "chat:";

    private final ChatRepository chats;
    private final LiveRooms rooms;
    private final LiveTopics topics;
    private final LiveCounts counts;
    private final People people;
    private final Clock clock;

    ChatTalk(ChatRepository chats, LiveRooms rooms, LiveTopics topics, LiveCounts counts, People people, Clock clock) {
        this.chats = chats;
        this.rooms = rooms;
        this.topics = topics;
        this.counts = counts;
        this.people = people;
        this.clock = clock;
    }

    /** @throws NotFound when there is none */
    public HeldChat hold(long id) {
        return chats.hold(id).orElseThrow(NotFound::new);
    }

    /**
     * Something is said. What its sender has sent already is said once.
     *
     * @return its number; empty when it was there already
     */
    public Optional<Integer> say(
            HeldChat chat, ChatWordKind kind, @Nullable Long authorId, String body, @Nullable String clientId) {
        Optional<Integer> seq = chats.say(chat.id(), kind, authorId, body, clientId, clock.instant());
        if (seq.isPresent()) {
            tell(chat);
        }
        return seq;
    }

    /** Somebody is writing; nothing is kept of it. @param visitor whether it is the visitor, else our side */
    public void writing(HeldChat chat, boolean visitor) {
        if (!visitor) {
            rooms.tell(TOPIC + chat.id(), "writing");
        } else if (chat.ownerId() != null) {
            topics.changed(TOPIC + chat.id() + ":writing", List.of(chat.ownerId()));
        }
    }

    /** What this person has not seen is less. */
    void counted(long personId) {
        counts.changed(List.of(personId));
    }

    /** It has just begun to wait. */
    public void came(long queueId) {
        tellDesk(queueId, List.of());
    }

    /** This person answers from now on. */
    void give(HeldChat chat, long personId) {
        Long team = people.find(personId).map(PersonRef::teamId).orElse(null);
        chats.give(chat.id(), personId, team);
        event(chat, ChatEvent.JOINED, personId);
        tellDesk(chat.queueId(), chat.ownerId() == null ? List.of(personId) : List.of(personId, chat.ownerId()));
    }

    /** It waits again. @param by who gave it away; null when whoever had it is gone */
    void queue(HeldChat chat, long queueId, @Nullable Long by) {
        chats.queue(chat.id(), queueId, clock.instant());
        event(chat, by == null ? ChatEvent.RETURNED : ChatEvent.HANDED_OVER, by);
        Long before = chat.ownerId();
        tellDesk(queueId, before == null ? List.of() : List.of(before));
        if (queueId != chat.queueId()) {
            tellDesk(chat.queueId(), List.of());
        }
    }

    /** It is over. @param by null when it ended by itself, or by its visitor */
    public void end(HeldChat chat, ChatEnd reason, @Nullable Long by) {
        Instant now = clock.instant();
        event(chat, ChatEvent.ENDED, by);
        chats.end(chat.id(), reason, now);
        Long owner = chat.ownerId();
        tellDesk(chat.queueId(), owner == null ? List.of() : List.of(owner));
    }

    void event(HeldChat chat, ChatEvent event, @Nullable Long by) {
        chats.say(chat.id(), ChatWordKind.EVENT, by, event.name(), null, clock.instant());
        tell(chat);
    }

    private void tell(HeldChat chat) {
        rooms.tell(TOPIC + chat.id(), "said");
        Long owner = chat.ownerId();
        if (owner != null) {
            topics.changed(TOPIC + chat.id(), List.of(owner));
            counts.changed(List.of(owner));
        }
    }

    private void tellDesk(long queueId, Collection<Long> more) {
        List<Long> people = Stream.concat(chats.members(queueId).stream(), more.stream())
                .distinct()
                .toList();
        topics.changed(DESK, people);
        counts.changed(people);
    }
}
