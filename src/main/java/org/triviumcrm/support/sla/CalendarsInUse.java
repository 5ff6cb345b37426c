package org.triviumcrm.support.sla;

import org.springframework.stereotype.Component;
import org.triviumcrm.support.calendar.CalendarUse;

/** Policies go by calendars: what is due is reckoned anew when one changes. */
@Component
class CalendarsInUse implements CalendarUse {

    private final SlaPolicyRepository policies;
    private final TimerRepository timers;

    CalendarsInUse(SlaPolicyRepository policies, TimerRepository timers) {
        this.policies = policies;
        this.timers = timers;
    }

    @Override
    public boolean isUsed(long calendarId) {
        return policies.existsByCalendarId(calendarId);
    }

    @Override
    public void changed() {
        timers.recount();
    }
}
