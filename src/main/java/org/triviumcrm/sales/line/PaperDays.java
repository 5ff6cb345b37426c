package org.triviumcrm.sales.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.release.IllegalPaper;

/** Days that a paper may be of: those of another century were typed by mistake, and rates and numbers go by them. */
public final class PaperDays {

    private static final int YEARS_BACK = 30;
    private static final int YEARS_AHEAD = 1;
    private static final int YEARS_VALID = 10;

    private PaperDays() {}

    /**
     * From thirty years ago, as old contracts are written down, too, until a year from now.
     *
     * @param before as it was, which may stay; null for a new one
     * @throws IllegalPaper at the field for any other day
     */
    public static void require(String field, LocalDate day, @Nullable LocalDate before, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean sensible = !day.isBefore(today.minusYears(YEARS_BACK)) && !day.isAfter(today.plusYears(YEARS_AHEAD));
        if (!sensible && !day.equals(before)) {
            throw new IllegalPaper(field, "sales.quote.error.day");
        }
    }

    /**
     * Not before it begins, and ten years at most.
     *
     * @param before the end as it was, which may stay however late it is; null for a new one
     * @throws IllegalPaper at the field for any other day
     */
    public static void requireEnd(String field, LocalDate end, LocalDate begin, @Nullable LocalDate before) {
        if (end.isBefore(begin)) {
            throw new IllegalPaper(field, "sales.quote.error.endsBefore");
        }
        if (end.isAfter(latestEnd(begin)) && !end.equals(before)) {
            throw new IllegalPaper(field, "sales.quote.error.validTooLong");
        }
    }

    /** So many days after it begins, or as many as there may be. */
    public static LocalDate end(LocalDate begin, long days) {
        LocalDate end = begin.plusDays(days);
        return end.isAfter(latestEnd(begin)) ? latestEnd(begin) : end;
    }

    private static LocalDate latestEnd(LocalDate begin) {
        return begin.plusYears(YEARS_VALID);
    }
}
