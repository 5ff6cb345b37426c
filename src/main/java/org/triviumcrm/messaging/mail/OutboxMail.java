package org.triviumcrm.messaging.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail of the outbox with what is known of its receiver now.
 *
 * @param content what it says, or who knows
 * @param attempts how often the server has been tried, with the present one
 * @param nextAt when it is tried again
 * @param problem what the server or the network said last
 * @param email address of the receiver; null when there is none, or the person is switched off
 */
public record OutboxMail(
        long id,
        Content content,
        MailState state,
        int attempts,
        Instant nextAt,
        Instant changedAt,
        @Nullable String problem,
        Instant createdAt,
        String name,
        @Nullable String email) {

    /** What is to be said. */
    public sealed interface Content {}

    /** To one of our people, in the own language. @param link path of the page that it is about */
    public record Notice(String message, List<String> arguments, String link, Locale locale, ZoneId zone)
            implements Content {

        public Notice {
            arguments = List.copyOf(arguments);
        }
    }

    /** To somebody outside. @param source the key of the {@link org.triviumcrm.messaging.LetterSource} that writes it */
    public record Outside(String source, long sourceId) implements Content {}
}
