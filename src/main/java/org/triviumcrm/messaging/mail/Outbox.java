package org.triviumcrm.messaging.mail;

import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Takes e-mails for notices, in the caller's transaction; without a server nothing is kept that nobody would send. */
@Component
public class Outbox {

    private final OutboxRepository mails;
    private final MailSettings settings;

    Outbox(OutboxRepository mails, MailSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    /** An e-mail for each of these notices whose person wants one. */
    public void add(Collection<Long> noticeIds, Instant now) {
        if (settings.isReady()) {
            mails.add(noticeIds, now);
        }
    }
}
