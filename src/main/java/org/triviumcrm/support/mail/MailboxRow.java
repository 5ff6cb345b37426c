package org.triviumcrm.support.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox in the administrator's list.
 *
 * @param readAt when it was last read without a problem; null for never
 * @param problem what goes wrong, null when nothing does
 */
record MailboxRow(
        long id,
        String name,
        String address,
        String server,
        String queue,
        boolean active,
        @Nullable Instant readAt,
        @Nullable MailboxProblem problem,
        @Nullable String detail,
        @Nullable Instant failingSince) {}
