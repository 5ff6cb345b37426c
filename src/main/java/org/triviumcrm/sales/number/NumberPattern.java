package org.triviumcrm.sales.number;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How numbers of papers are written: a text with {@code {yyyy}} or {@code {yy}} for the year, {@code {mm}} for the month, and once
 * {@code {nnnnn}} for the counter, filled up with zeros to as many digits as it has letters. It counts anew each month where the month
 * stands in it, else each year where that does, else never.
 */
public record NumberPattern(String text) {

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 10;
    private static final Pattern COUNTER = Pattern.compile("\\{(n{1," + MOST_DIGITS + "})}");
    private static final Pattern FIELD = Pattern.compile("\\{(yyyy|yy|mm|n{1," + MOST_DIGITS + "})}");
    private static final int CENTURY = 100;

    /** @throws IllegalArgumentException when it is no pattern */
    public static NumberPattern of(String text) {
        if (!isPattern(text)) {
            throw new IllegalArgumentException(text);
        }
        return new NumberPattern(text);
    }

    /** Whether it has exactly one counter, no other braces, and what counts anew with a month says its year as well. */
    public static boolean isPattern(String text) {
        long counters = COUNTER.matcher(text).results().count();
        String rest = FIELD.matcher(text).replaceAll("");
        boolean year = text.contains("{yyyy}") || text.contains("{yy}");
        return text.length() <= LONGEST
                && counters == 1
                && rest.chars().noneMatch(c -> c == '{' || c == '}' || Character.isISOControl(c))
                && (year || !text.contains("{mm}"));
    }

    /** What of a day stands in its numbers: those of one period are counted together. */
    public String period(LocalDate day) {
        if (text.contains("{mm}")) {
            return "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
        }
        return text.contains("{yyyy}") || text.contains("{yy}") ? String.valueOf(day.getYear()) : "";
    }

    /** The number of a paper of that day. @param count from 1 */
    public String write(LocalDate day, long count) {
        return FIELD.matcher(text).replaceAll(field -> Matcher.quoteReplacement(value(field.group(1), day, count)));
    }

    private static String value(String field, LocalDate day, long count) {
        return switch (field) {
            case "yyyy" -> String.format(Locale.ROOT, "%04d", day.getYear());
            case "yy" -> String.format(Locale.ROOT, "%02d", day.getYear() % CENTURY);
            case "mm" -> String.format(Locale.ROOT, "%02d", day.getMonthValue());
            default -> String.format(Locale.ROOT, "%0" + field.length() + "d", count);
        };
    }
}
