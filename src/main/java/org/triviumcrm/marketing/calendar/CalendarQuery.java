package org.triviumcrm.marketing.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Which days are looked at: the month, quarter or year that a day is in. */
record CalendarQuery(
        @Nullable CalendarSpan span,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate on) {}
