package org.triviumcrm.messaging.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some notices, the latest first.
 *
 * @param unread how many of all are not read, counted to {@link org.triviumcrm.messaging.LiveCount#CAP}
 * @param older the key of the next page, if there is one
 */
public record NoticePage(
        List<Line> lines, long unread, @Nullable Long older) {

    /** A notice in words. */
    public record Line(long id, String text, Instant at, boolean read) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
