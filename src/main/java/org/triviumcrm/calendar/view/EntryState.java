package org.triviumcrm.calendar.view;

/** Whether something has still to be done, or to take place. */
public enum EntryState {
    OPEN,
    DONE
}
