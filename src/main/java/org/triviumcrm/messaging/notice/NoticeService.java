package org.triviumcrm.messaging.notice;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.LiveCount;
import org.triviumcrm.messaging.LiveCounts;
import org.triviumcrm.shared.web.NotFound;

/** The notices of whoever looks; nobody sees those of others. */
@Service
@Transactional
class NoticeService {

    static final int SIZE = 50;
    static final int LATEST = 8;

    private final NoticeRepository notices;
    private final NoticeTexts texts;
    private final LiveCounts counts;
    private final Clock clock;

    NoticeService(NoticeRepository notices, NoticeTexts texts, LiveCounts counts, Clock clock) {
        this.notices = notices;
        this.texts = texts;
        this.counts = counts;
        this.clock = clock;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public NoticePage page(Viewer viewer, boolean unreadOnly, @Nullable Long before) {
        return page(viewer, unreadOnly, before, SIZE);
    }

    @SignedIn
    @Transactional(readOnly = true)
    public NoticePage latest(Viewer viewer) {
        return page(viewer, false, null, LATEST);
    }

    /** Marks it as read and gives the path of the page it is about. */
    @SignedIn
    public String open(Viewer viewer, long id) {
        NoticeRow notice = notices.find(viewer.personId(), id).orElseThrow(NotFound::new);
        if (!notice.read()) {
            notices.markRead(viewer.personId(), id, clock.instant());
            counts.changed(List.of(viewer.personId()));
        }
        return notice.link();
    }

    /** @param upTo the latest one that the viewer has seen in the list */
    @SignedIn
    public void markAllRead(Viewer viewer, long upTo) {
        if (notices.markAllRead(viewer.personId(), upTo, clock.instant()) > 0) {
            counts.changed(List.of(viewer.personId()));
        }
    }

    private NoticePage page(Viewer viewer, boolean unreadOnly, @Nullable Long before, int size) {
        List<NoticeRow> found = notices.page(viewer.personId(), unreadOnly, before, size + 1);
        boolean more = found.size() > size;
        List<NoticeRow> rows = more ? found.subList(0, size) : found;
        return new NoticePage(
                rows.stream().map(row -> line(viewer, row)).toList(),
                notices.unread(viewer.personId(), LiveCount.CAP),
                more ? rows.get(rows.size() - 1).id() : null);
    }

    private NoticePage.Line line(Viewer viewer, NoticeRow row) {
        String text = texts.line(row.message(), row.arguments(), viewer.locale(), viewer.zone());
        return new NoticePage.Line(row.id(), text, row.at(), row.read());
    }
}
