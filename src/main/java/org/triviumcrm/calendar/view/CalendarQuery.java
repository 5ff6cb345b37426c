package org.triviumcrm.calendar.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a calendar is looked at.
 *
 * @param on a day of it
 * @param who a colleague; null with no team for oneself
 * @param team everybody in a team
 * @param kind only these
 * @param state only those
 */
public record CalendarQuery(
        @Nullable CalendarSpan span,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate on,

        @Nullable Long who,
        @Nullable Long team,
        @Nullable EntryKind kind,
        @Nullable EntryState state) {

    static final CalendarQuery NOTHING_SAID = new CalendarQuery(null, null, null, null, null, null);

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    /** With what was not said. */
    CalendarQuery complete(LocalDate today) {
        boolean readable = on != null && on.getYear() >= EARLIEST && on.getYear() <= LATEST;
        return new CalendarQuery(
                span == null ? CalendarSpan.MONTH : span, readable ? on : today, who, team, kind, state);
    }

    public boolean isNarrowed() {
        return kind != null || state != null;
    }

    /** The same of other days. */
    String href(@Nullable CalendarSpan otherSpan, @Nullable LocalDate day) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/calendar");
        put(address, "span", otherSpan);
        put(address, "on", day);
        put(address, "who", who);
        put(address, "team", team);
        put(address, "kind", kind);
        put(address, "state", state);
        return address.toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
