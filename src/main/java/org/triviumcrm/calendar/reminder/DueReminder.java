package org.triviumcrm.calendar.reminder;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.calendar.view.EntryKind;

/** Somebody is to be reminded, or was. */
public record DueReminder(
        long activityId,
        long personId,
        EntryKind kind,
        String aboutType,
        long aboutId,
        String subject,
        Instant at,
        @Nullable LocalDate firstDay,
        long ownerId) {

    public boolean isTask() {
        return kind == EntryKind.TASK;
    }

    /** The record it is about, written {@code opportunity:42}. */
    public String about() {
        return aboutType + ":" + aboutId;
    }

    /** When it begins, in whole days or to the minute. */
    Object when() {
        return firstDay == null ? at : firstDay;
    }
}
