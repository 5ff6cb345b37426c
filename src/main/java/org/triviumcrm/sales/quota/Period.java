package org.triviumcrm.sales.quota;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A month, a quarter or a year. Written {@code 2026-11}, {@code 2026-Q4}, {@code 2026}.
 *
 * @param start the first of its months
 * @param months 1, 3 or 12
 */
public record Period(YearMonth start, int months) {

    private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    public Period {
        if (months != 1 && months != QUARTER && months != YEAR || (start.getMonthValue() - 1) % months != 0) {
            throw new IllegalArgumentException("no month, quarter or year: " + start + " and " + months + " months");
        }
    }

    public static Period month(YearMonth month) {
        return new Period(month, 1);
    }

    public static Period quarterOf(YearMonth month) {
        return new Period(month.minusMonths((month.getMonthValue() - 1) % QUARTER), QUARTER);
    }

    public static Period year(int year) {
        return new Period(YearMonth.of(year, 1), YEAR);
    }

    /** Empty when it is written in no such way. */
    public static Optional<Period> read(@Nullable String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return Optional.of(new Period(
                    YearMonth.of(year, (Integer.parseInt(parts.group(2)) - 1) * QUARTER + 1), QUARTER));
        }
        return Optional.of(
                parts.group(3) == null ? year(year) : month(YearMonth.of(year, Integer.parseInt(parts.group(3)))));
    }

    public LocalDate first() {
        return start.atDay(1);
    }

    /** Its last day. */
    public LocalDate last() {
        return start.plusMonths(months - 1L).atEndOfMonth();
    }

    public Period next() {
        return new Period(start.plusMonths(months), months);
    }

    public Period previous() {
        return new Period(start.minusMonths(months), months);
    }

    public boolean isQuarter() {
        return months == QUARTER;
    }

    public boolean isYear() {
        return months == YEAR;
    }

    public int quarter() {
        return (start.getMonthValue() - 1) / QUARTER + 1;
    }

    public int year() {
        return start.getYear();
    }

    /** The quarters of a year, the months of a quarter. */
    public List<Period> parts() {
        int length = isYear() ? QUARTER : 1;
        return months == 1
                ? List.of()
                : IntStream.range(0, months / length)
                        .mapToObj(at -> new Period(start.plusMonths((long) at * length), length))
                        .toList();
    }

    /** The year it lies in. */
    public Period whole() {
        return year(year());
    }

    /** The quarter it lies in, or the month it begins with. */
    public Period other() {
        return isQuarter() ? month(start) : quarterOf(start);
    }

    public boolean isOver(LocalDate today) {
        return last().isBefore(today);
    }

    @Override
    public String toString() {
        return switch (months) {
            case 1 -> start.toString();
            case QUARTER -> year() + "-Q" + quarter();
            default -> String.valueOf(year());
        };
    }
}
