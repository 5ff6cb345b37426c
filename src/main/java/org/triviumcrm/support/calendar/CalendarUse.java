package org.triviumcrm.support.calendar;

/** Who counts by calendars: asked before one goes, told after some have changed. */
public interface CalendarUse {

    boolean isUsed(long calendarId);

    /** In the transaction of the change, once it can be read: what is due may be due at another time now. */
    void changed();
}
