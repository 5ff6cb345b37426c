package org.triviumcrm.customer.story;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line after which a part begins. */
record StoryPlace(Instant at, String kind, long id) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,11})[.](\\d{1,6})[.]([a-z]{1,20})[.](\\d{1,18})");

    /** @return null for what is no place */
    static @Nullable StoryPlace parse(@Nullable String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written);
        return parts.matches()
                ? new StoryPlace(
                        Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)) * 1000),
                        parts.group(3),
                        Long.parseLong(parts.group(4)))
                : null;
    }
}
