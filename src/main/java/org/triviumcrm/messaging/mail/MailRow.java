package org.triviumcrm.messaging.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An e-mail in the administrator's list: to whom and what became of it, not what it says. */
record MailRow(
        long id,
        String name,
        @Nullable String email,
        MailState state,
        int attempts,
        Instant nextAt,
        Instant createdAt,
        @Nullable String problem) {

    static MailRow of(OutboxMail mail) {
        return new MailRow(
                mail.id(),
                mail.name(),
                mail.email(),
                mail.state(),
                mail.attempts(),
                mail.nextAt(),
                mail.createdAt(),
                mail.problem());
    }

    public boolean mayBeSentAgain() {
        return state.isTrouble() || state == MailState.WAITING && attempts > 0;
    }
}
