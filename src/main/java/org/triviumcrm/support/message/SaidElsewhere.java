package org.triviumcrm.support.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said before there was a ticket, such as in a talk on a website.
 *
 * @param authorId of one of us who said it; null for somebody outside
 * @param name and {@code email}: of somebody outside, as far as they are known
 */
public record SaidElsewhere(
        MessageKind kind,
        @Nullable Long authorId,
        @Nullable String name,
        @Nullable String email,
        String text,
        Instant at) {}
