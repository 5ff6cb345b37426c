package org.triviumcrm.messaging.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.messaging.LiveCounts;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.messaging.mail.Outbox;

/** Writes notices, and their e-mails into the outbox, in one transaction with what they tell. */
@Component
class NoticeWriter implements Notices {

    private final NoticeRepository notices;
    private final Outbox outbox;
    private final LiveCounts counts;
    private final Clock clock;

    NoticeWriter(NoticeRepository notices, Outbox outbox, LiveCounts counts, Clock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void tell(Collection<Long> personIds, String key, Collection<?> arguments, String link) {
        if (!link.matches("/(?![/\\\\]).{0,498}|/")) {
            throw new IllegalArgumentException("Not a path of this application: " + link);
        }
        Instant now = clock.instant();
        String[] written = NoticeArguments.write(arguments);
        List<NoticeRepository.Written> told = notices.write(personIds, key, written, link, now);
        if (told.isEmpty()) {
            return;
        }
        outbox.add(told.stream().map(NoticeRepository.Written::id).toList(), now);
        counts.changed(told.stream().map(NoticeRepository.Written::personId).toList());
    }
}
