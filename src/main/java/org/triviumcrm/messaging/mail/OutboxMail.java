package org.triviumcrm.messaging.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail of the outbox with what is known of its receiver now.
 *
 * @param attempts how often the server has been tried, with the present one
 * @param nextAt when it is tried again
 * @param problem what the server or the network said last
 * @param email address of the receiver; null when there is none, or the person is switched off
 */
public record OutboxMail(
        long id,
        String message,
        List<String> arguments,
        String link,
        MailState state,
        int attempts,
        Instant nextAt,
        Instant changedAt,
        @Nullable String problem,
        Instant createdAt,
        String name,
        @Nullable String email,
        Locale locale,
        ZoneId zone) {}
