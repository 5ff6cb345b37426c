package org.triviumcrm.support.calendar;

import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;

/** A new company starts with usual office hours in its zone. */
@Component
class FirstCalendar {

    private final BusinessCalendarService calendars;
    private final MessageSource messages;

    FirstCalendar(BusinessCalendarService calendars, MessageSource messages) {
        this.calendars = calendars;
        this.messages = messages;
    }

    @EventListener
    void on(CompanySetUp company) {
        CalendarForm form = CalendarForm.blank(company.zone().getId());
        form.setName(Objects.requireNonNull(messages.getMessage("support.calendar.first", null, company.locale())));
        calendars.create(Viewer.job("identity.log.setup"), form);
    }
}
