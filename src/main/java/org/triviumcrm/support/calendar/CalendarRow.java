package org.triviumcrm.support.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar in the list.
 *
 * @param week its hours in a line; null when nobody ever works
 * @param next the special days that come next, as people say them
 */
record CalendarRow(
        long id,
        String name,
        String zone,
        boolean usual,
        @Nullable String week,
        List<String> next) {}
