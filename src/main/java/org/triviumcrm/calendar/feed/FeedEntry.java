package org.triviumcrm.calendar.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.calendar.view.CalendarEntry;

/**
 * An entry of the calendar as others read it.
 *
 * @param more what only its file says
 */
record FeedEntry(CalendarEntry entry, More more) {

    /**
     * @param version as many as the changes
     * @param minutes before its beginning to remind, unless at a time of its own; null for no reminder
     */
    record More(
            long id,
            int version,
            Instant updatedAt,
            @Nullable String body,
            @Nullable Integer minutes,
            @Nullable Instant chosenAt) {}
}
