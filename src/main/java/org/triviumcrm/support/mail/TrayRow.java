package org.triviumcrm.support.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail that a person decides about. @param size in bytes */
record TrayRow(
        long id,
        Instant receivedAt,
        @Nullable String sender,
        @Nullable String senderName,
        @Nullable String subject,
        InboundState state,
        TrayReason reason,
        @Nullable String mailbox,
        long size) {

    /** Who has sent it, as people say it; null when nobody is named. */
    public @Nullable String who() {
        return senderName == null || senderName.isBlank() ? sender : senderName;
    }
}
