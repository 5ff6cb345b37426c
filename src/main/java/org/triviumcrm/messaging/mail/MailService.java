package org.triviumcrm.messaging.mail;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/**
 * The outbox as its administrator sees it. No method spans a transaction: an e-mail must be taken and committed before the
 * server is spoken to.
 */
@Service
class MailService {

    static final int SIZE = 50;

    private final OutboxRepository outbox;
    private final MailDelivery delivery;
    private final MailSettings settings;
    private final Clock clock;

    MailService(OutboxRepository outbox, MailDelivery delivery, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    @CanManageMail
    public MailPage page(Viewer viewer, @Nullable MailState state, @Nullable Long before) {
        List<MailRow> found =
                outbox.page(state, before, SIZE + 1).stream().map(MailRow::of).toList();
        boolean more = found.size() > SIZE;
        List<MailRow> rows = more ? found.subList(0, SIZE) : found;
        return new MailPage(
                settings.missing(),
                settings.server(),
                settings.from(),
                outbox.counts(),
                rows,
                more ? rows.get(rows.size() - 1).id() : null);
    }

    /** Sends an e-mail to the viewer at once, and gives what became of it. Dropped: the viewer has no address. */
    @CanManageMail
    public MailRow test(Viewer viewer) {
        String[] arguments = {"s:" + settings.server(), "t:" + clock.instant()};
        long id = outbox.add(
                viewer.personId(), "messaging.mail.test.line", arguments, "/administration/mail", clock.instant());
        return deliver(id);
    }

    /** One more attempt, now. */
    @CanManageMail
    public MailRow again(Viewer viewer, long id) {
        if (!outbox.again(id, clock.instant())) {
            throw new NotFound();
        }
        return deliver(id);
    }

    private MailRow deliver(long id) {
        delivery.deliver(id);
        return outbox.find(id).map(MailRow::of).orElseThrow(NotFound::new);
    }
}
