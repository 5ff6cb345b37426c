package org.triviumcrm.customer.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened with a customer. @param kind key of its source */
public record StoryLine(
        String kind,
        String what,
        Instant at,
        long id,
        String title,
        @Nullable String detail,
        String url) {

    /** Where the next part goes on. */
    public String place() {
        return at.getEpochSecond() + "." + at.getNano() / 1000 + "." + kind + "." + id;
    }
}
