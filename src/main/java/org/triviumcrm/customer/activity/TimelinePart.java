package org.triviumcrm.customer.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ActivitySubject;

/**
 * A page of a record's timeline, the latest first.
 *
 * @param coming what has still to be done or to take place, the next first; only with the first page
 * @param next the place of the next page; null when this is the last
 * @param costs only with the first page
 */
record TimelinePart(
        List<ActivityRow> coming,
        List<ActivityRow> entries,
        @Nullable TimelinePlace next,
        @Nullable CostSummary costs,
        ActivitySubject.Subject subject) {

    TimelinePart {
        coming = List.copyOf(coming);
        entries = List.copyOf(entries);
    }

    /** @param found one more than a page where there are more */
    static TimelinePart of(
            List<ActivityRow> coming,
            List<ActivityRow> found,
            int size,
            @Nullable CostSummary costs,
            ActivitySubject.Subject subject) {
        List<ActivityRow> shown = found.stream().limit(size).toList();
        return new TimelinePart(
                coming,
                shown,
                found.size() > shown.size() ? TimelinePlace.of(shown.get(shown.size() - 1)) : null,
                costs,
                subject);
    }
}
