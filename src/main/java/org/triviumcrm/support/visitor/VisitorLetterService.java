package org.triviumcrm.support.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.chat.ChatTalk;
import org.triviumcrm.support.chat.ChatTickets;
import org.triviumcrm.support.chat.HeldChat;
import org.triviumcrm.support.chat.NewChat;
import org.triviumcrm.support.widget.ChatWidget;

/** What visitors do besides talking: they judge, take the talk home, and write when nobody is there. */
@Service
public class VisitorLetterService {

    private static final Viewer JOB = Viewer.job("support.log.chat");
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final VisitorKeys keys;
    private final ChatTalk talk;
    private final ChatTickets tickets;
    private final RatingRepository ratings;
    private final ChatLetters letters;
    private final FloodRepository flood;
    private final Clock clock;

    VisitorLetterService(
            VisitorKeys keys,
            ChatTalk talk,
            ChatTickets tickets,
            RatingRepository ratings,
            ChatLetters letters,
            FloodRepository flood,
            Clock clock) {
        this.keys = keys;
        this.talk = talk;
        this.tickets = tickets;
        this.ratings = ratings;
        this.letters = letters;
        this.flood = flood;
        this.clock = clock;
    }

    /** How it was; the last word counts. */
    @Transactional
    public void rate(String key, @Nullable String token, Sent sent) {
        long id = keys.chat(key, token);
        int rating = sent.number("rating");
        if (rating < 1 || rating > 5) {
            throw NotTaken.wrong("rating");
        }
        ratings.rate(id, rating, sent.beginning("remark", 1_000));
    }

    /** What was said, by mail, once, and only after somebody of us has answered: nobody is to send mails to others by it. */
    @Transactional
    public void mail(String key, @Nullable String token, Sent sent) {
        HeldChat chat = talk.hold(keys.chat(key, token));
        String email = sent.email();
        if (email == null) {
            throw NotTaken.wrong("email");
        }
        if (!chat.answered() || !letters.post(chat.id(), email)) {
            throw NotTaken.over("mail");
        }
    }

    /** Writes to us when nobody is there: a ticket; the same one sent twice is one. */
    @Transactional
    public void leave(String key, @Nullable String token, Sent sent, String address) {
        ChatWidget widget = keys.widget(key);
        String email = sent.email();
        String name = sent.line("name", 200);
        String text = sent.text();
        if (!widget.isOffline()) {
            throw NotTaken.over("closed");
        }
        if (email == null) {
            throw NotTaken.wrong("email");
        }
        VisitorKeys.require(widget.getAsksName(), name, "name");
        Instant now = clock.instant();
        VisitorKeys.limit(flood.count(widget.getId(), "LEAVE", VisitorKeys.marked(widget, address), WHILE, now), 10);
        VisitorKeys.limit(flood.count(widget.getId(), "LEAVE", "", WHILE, now), 500);
        if (flood.count(widget.getId(), "LEFT", VisitorKeys.hashed(token), Duration.ofDays(1), now) == 1) {
            NewChat left = new NewChat(
                    widget.getId(),
                    widget.getQueueId(),
                    "left-" + UUID.randomUUID(),
                    name == null ? email : name,
                    name,
                    email,
                    widget.getLanguage().on(sent.beginning("language", 20)).name(),
                    sent.beginning("page", 500));
            tickets.write(JOB, left, text, now);
        }
    }
}
