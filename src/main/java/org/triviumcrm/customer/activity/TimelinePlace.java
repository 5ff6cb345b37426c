package org.triviumcrm.customer.activity;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A place in a timeline, from which the next page goes on; in addresses {@code <instant>~<id>}. */
record TimelinePlace(Instant at, long id) {

    /** Null for what is no place. */
    static @Nullable TimelinePlace parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split("~");
        if (parts.length != 2) {
            return null;
        }
        try {
            return new TimelinePlace(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeParseException | NumberFormatException e) {
            return null;
        }
    }

    static TimelinePlace of(ActivityRow row) {
        return new TimelinePlace(row.at(), row.id());
    }

    @Override
    public String toString() {
        return at + "~" + id;
    }
}
