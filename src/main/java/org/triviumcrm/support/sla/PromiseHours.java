package org.triviumcrm.support.sla;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.calendar.Calendars;
import org.triviumcrm.support.calendar.QueueHoursRepository;

/** By whose hours a ticket is counted: those that its policy names, else those of its queue, else the usual ones. */
@Component
class PromiseHours {

    private final Calendars calendars;
    private final QueueHoursRepository queues;

    PromiseHours(Calendars calendars, QueueHoursRepository queues) {
        this.calendars = calendars;
        this.queues = queues;
    }

    Calendars.Named of(Policy policy, @Nullable Long queueId) {
        Long named = policy.calendarId();
        return calendars.of(named != null || queueId == null ? named : queues.calendarOf(queueId));
    }
}
