package org.triviumcrm.support.calendar;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a weekday as people type them: {@code 9-12, 13:30-18:00}, also in full width and with other dashes; nothing for a
 * day on which nobody works.
 *
 * @param times in order; none where there is a problem
 * @param problem end of a message key; null when nothing is wrong
 * @param piece what the problem is about
 */
record TypedHours(List<OpenTime> times, @Nullable String problem, String piece) {

    /** More than this nobody works in pieces. */
    static final int MOST = 8;

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(?:[-–—~－至到]|to)\\s*(\\d{1,2})(?:[:.h](\\d{2}))?");

    static TypedHours read(String typed) {
        List<OpenTime> times = new ArrayList<>();
        for (String part : Normalizer.normalize(typed, Normalizer.Form.NFKC).split("[,;、\\n]")) {
            String piece = part.strip();
            if (piece.isEmpty()) {
                continue;
            }
            Matcher time = TIME.matcher(piece);
            if (!time.matches()) {
                return wrong("unreadable", piece);
            }
            int from = second(time.group(1), time.group(2));
            int to = second(time.group(3), time.group(4));
            if (from > OpenTime.DAY || to > OpenTime.DAY) {
                return wrong("unreadable", piece);
            }
            if (to <= from) {
                return wrong("order", piece);
            }
            times.add(new OpenTime(from, to));
        }
        List<OpenTime> sorted = times.stream().sorted().toList();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).from() < sorted.get(at - 1).to()) {
                return wrong("overlap", sorted.get(at - 1) + ", " + sorted.get(at));
            }
        }
        return sorted.size() > MOST ? wrong("many", "") : new TypedHours(sorted, null, "");
    }

    private static TypedHours wrong(String problem, String piece) {
        return new TypedHours(List.of(), problem, piece);
    }

    /** Beyond the day when it is no time. */
    private static int second(String hour, @Nullable String minute) {
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        return minutes > 59 ? Integer.MAX_VALUE : Integer.parseInt(hour) * 3600 + minutes * 60;
    }

    /** In the one spelling in which they are stored. */
    String stored() {
        return write(times);
    }

    static String write(List<OpenTime> times) {
        return times.stream().map(OpenTime::toString).collect(Collectors.joining(", "));
    }
}
