package org.triviumcrm.support.sla;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time in hours and minutes as people type them: {@code 4:30}, {@code 4}, {@code 4h 30m}, {@code 90m}, {@code 4小时}. */
final class TypedSpan {

    /** More than a year around the clock nobody promises. */
    private static final long LONGEST = 9_999 * 3600L;

    private static final Pattern HOURS = Pattern.compile("(\\d{1,4})(?::([0-5]\\d))?");
    private static final Pattern UNITS =
            Pattern.compile("(?:(\\d{1,4})\\s*(?:h|hours?|小时|个小时|时))?\\s*(?:(\\d{1,6})\\s*(?:m|min|minutes?|分|分钟))?");

    private TypedSpan() {}

    /** Seconds; null when it can't be read, is nothing, or more than 9,999 hours. */
    static @Nullable Long read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher hours = HOURS.matcher(text);
        Matcher units = UNITS.matcher(text);
        long seconds = hours.matches()
                ? seconds(hours.group(1), hours.group(2))
                : units.matches() ? seconds(units.group(1), units.group(2)) : 0;
        return seconds <= 0 || seconds > LONGEST ? null : seconds;
    }

    private static long seconds(@Nullable String hours, @Nullable String minutes) {
        return (hours == null ? 0 : Long.parseLong(hours) * 3600)
                + (minutes == null ? 0 : Long.parseLong(minutes) * 60);
    }

    /** As it is shown in a form: {@code 4:30}; nothing for null. */
    static String write(@Nullable Long seconds) {
        return seconds == null ? "" : "%d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
    }
}
