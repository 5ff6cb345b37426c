package org.triviumcrm.customer.story;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a customer.
 *
 * @param kind key of its source
 * @param day in place of the moment, where only that is known
 * @param amount in place of the detail, where that is one
 */
public record StoryLine(
        String kind,
        String what,
        Instant at,
        @Nullable LocalDate day,
        long id,
        String title,
        @Nullable String detail,
        @Nullable StoryAmount amount,
        String url) {

    /** Where the next part goes on. */
    public String place() {
        return at.getEpochSecond() + "." + at.getNano() / 1000 + "." + kind + "." + id;
    }
}
