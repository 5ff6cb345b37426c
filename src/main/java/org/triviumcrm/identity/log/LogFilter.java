package org.triviumcrm.identity.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.signin.SignInOutcome;

/**
 * Which lines of a log to show.
 *
 * @param type a table, for the log of changes
 * @param outcome for the log of sign-ins
 * @param to inclusive, a day of the viewer
 * @param before the key of the page: only lines before this one
 */
record LogFilter(
        @Nullable Long person,
        @Nullable String type,
        @Nullable SignInOutcome outcome,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable Long before) {

    @Nullable
    String table() {
        return type == null || type.isBlank() ? null : type;
    }

    @Nullable
    Instant start(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    @Nullable
    Instant end(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The same filter, the lines before a key. */
    String link(String path, long key) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        add(link, "person", person);
        add(link, "type", table());
        add(link, "outcome", outcome);
        add(link, "from", from);
        add(link, "to", to);
        return link.queryParam("before", key).encode().toUriString();
    }

    private static void add(UriComponentsBuilder link, String name, @Nullable Object value) {
        if (value != null) {
            link.queryParam(name, value);
        }
    }
}
