package org.triviumcrm.sales.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail with a paper.
 *
 * @param by name of who has sent it, and {@code replyTo} their address
 * @param failedAt when it came back, or could not be brought; null when nothing is known of that
 * @param withdrawnAt when it was kept back, as its paper might not leave any more; null when it was not
 */
public record PaperLetter(
        long id,
        long paperId,
        @Nullable Long personId,
        @Nullable String by,
        @Nullable String replyTo,
        String address,
        @Nullable String name,
        String subject,
        String text,
        String internetId,
        Instant at,
        @Nullable Instant failedAt,
        @Nullable Instant withdrawnAt) {}
