package org.triviumcrm.support.calendar;

import java.util.List;

/** The queues that go by a calendar. */
record SetQueueHours(List<Long> queueIds) {

    /** A form in which nothing is chosen sends no list. */
    @SuppressWarnings("NullAway")
    SetQueueHours {
        queueIds = queueIds == null ? List.of() : List.copyOf(queueIds);
    }
}
