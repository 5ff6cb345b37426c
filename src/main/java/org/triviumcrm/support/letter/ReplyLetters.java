package org.triviumcrm.support.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.support.letter.ReplyRepository.Written;

/** Writes the letters that replies in tickets are. */
@Component
public class ReplyLetters implements LetterSource {

    static final String KEY = "support-reply";

    private static final Pattern ANSWER = Pattern.compile("(?iu)^\\s*(re|aw|sv|antw|回复|答复)\\s*[:：].*");

    private final ReplyRepository replies;
    private final ReplyAuthorRepository authors;
    private final LetterSenders senders;
    private final Notices notices;

    ReplyLetters(ReplyRepository replies, ReplyAuthorRepository authors, LetterSenders senders, Notices notices) {
        this.replies = replies;
        this.authors = authors;
        this.senders = senders;
        this.notices = notices;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<OutsideLetter> letter(long messageId) {
        return replies.written(messageId).flatMap(this::letter);
    }

    private Optional<OutsideLetter> letter(Written reply) {
        String id = reply.internetId();
        if (id == null) {
            return Optional.empty();
        }
        String text = reply.author() == null ? reply.body() : reply.body() + "\n\n-- \n" + reply.author();
        List<String> before = new ArrayList<>(replies.saidBefore(reply.ticketId(), reply.id()));
        Optional<String> answered = replies.answered(reply.ticketId(), reply.id());
        answered.ifPresent(one -> {
            before.remove(one);
            before.add(one);
        });
        LetterSenders.Sender sender = senders.of(reply.ticketId());
        return Optional.of(new OutsideLetter(
                id,
                sender.address(),
                sender.name(),
                sender.replyTo(),
                answered.map(ReplyLetters::bracketed).orElse(null),
                before.stream().map(ReplyLetters::bracketed).toList(),
                subject(reply.name(), reply.number()),
                text,
                PlainHtml.of(text),
                false,
                replies.files(reply.id()).stream().map(this::enclosure).toList()));
    }

    public static String subject(String name, long number) {
        String begun = ANSWER.matcher(name).matches() ? name : "Re: " + name;
        String mark = "[#" + number + "]";
        return begun.contains(mark) ? begun : begun + " " + mark;
    }

    private static String bracketed(String id) {
        return "<" + id + ">";
    }

    /** Read when it is sent, and no earlier. */
    private OutsideLetter.Enclosure enclosure(ReplyRepository.File file) {
        InputStreamSource content = () -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            replies.pieces().write(file.id(), bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        };
        return new OutsideLetter.Enclosure(file.name(), file.contentType(), content);
    }

    /** Whoever wrote it is told, and whoever is in charge of the ticket. */
    @Override
    public void failed(long messageId) {
        authors.find(messageId)
                .ifPresent(reply -> notices.tell(
                        reply.concerned(),
                        "support.delivery.notice",
                        List.of("#" + reply.number() + " " + reply.name()),
                        "/support/tickets/" + reply.ticketId() + "#message-" + messageId));
    }
}
