package org.triviumcrm.support.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;

/** Tells administrators, once, that a mailbox has not been read for a while. */
@Component
class MailboxAlarm {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int MOST = 20;

    private final MailboxProgressRepository progress;
    private final People people;
    private final Notices notices;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailboxAlarm(
            MailboxProgressRepository progress,
            People people,
            Notices notices,
            TransactionTemplate transactions,
            Clock clock) {
        this.progress = progress;
        this.people = people;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    void raise(Mailbox mailbox, MailboxFailure failure) {
        transactions.executeWithoutResult(status -> {
            if (progress.tell(mailbox.getId(), clock.instant().minus(PATIENCE))) {
                List<Long> managers =
                        people.permitted(Viewer.job("support.log.mail"), "support.mailbox.manage", null, MOST).stream()
                                .map(PersonRef::id)
                                .toList();
                notices.tell(
                        managers,
                        "support.mailbox.notice",
                        List.of(mailbox.getAddress()),
                        MailboxController.PATH + "/" + mailbox.getId() + "/edit");
            }
        });
    }
}
