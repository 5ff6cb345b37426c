package org.triviumcrm.insight.watch;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The days that are compared for a campaign. What is compared has the same number of days: as many as it has run for so far.
 *
 * @param start its first day
 * @param end its last day, as planned
 * @param today the last day of which anything is known
 */
record SalesWindows(LocalDate start, LocalDate end, LocalDate today) {

    private static final int MOST_DAYS_SINGLY = 31;
    private static final int WEEK = 7;

    /** Days from one to another, both included. */
    record Window(LocalDate first, LocalDate last) {

        long days() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }

        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        Window yearBefore() {
            return new Window(first.minusYears(1), last.minusYears(1));
        }
    }

    /** The days it has run for; none before its first. */
    Optional<Window> during() {
        return today.isBefore(start) ? Optional.empty() : Optional.of(new Window(start, earlier(end, today)));
    }

    /** As many days right before it. */
    Optional<Window> before() {
        return during().map(run -> new Window(start.minusDays(run.days()), start.minusDays(1)));
    }

    /** The same days a year earlier. */
    Optional<Window> yearBefore() {
        return during().map(Window::yearBefore);
    }

    /** As many days as it was planned for, after its end, as far as they have come. */
    Optional<Window> after() {
        return today.isAfter(end)
                ? Optional.of(new Window(end.plusDays(1), earlier(end.plusDays(planned()), today)))
                : Optional.empty();
    }

    /** The year before it began. */
    Window yearUpToStart() {
        return new Window(start.minusYears(1), start.minusDays(1));
    }

    /** The year up to the last day that counts. */
    Window lastYear() {
        LocalDate last = shown().last();
        return new Window(last.minusYears(1).plusDays(1), last);
    }

    /** From what is compared with to the last day that counts. */
    Window shown() {
        return new Window(
                start.minusDays(during().map(Window::days).orElse(planned())),
                after().or(this::during).map(Window::last).orElse(start.minusDays(1)));
    }

    /** Whether a chart of it shows weeks instead of days. */
    public boolean byWeek() {
        return planned() > MOST_DAYS_SINGLY;
    }

    /** The first days of what a chart shows one by one: days or weeks, one of which begins on the first day of the campaign. */
    List<LocalDate> steps() {
        Window all = shown();
        if (!byWeek()) {
            return all.first().datesUntil(all.last().plusDays(1)).toList();
        }
        List<LocalDate> weeks = new ArrayList<>();
        long back = (ChronoUnit.DAYS.between(all.first(), start) + WEEK - 1) / WEEK;
        for (LocalDate day = start.minusDays(back * WEEK); !day.isAfter(all.last()); day = day.plusDays(WEEK)) {
            weeks.add(day);
        }
        return weeks;
    }

    /** All days of these steps: a week is drawn whole, so that its bar is what its rows come to. */
    Window drawn(List<LocalDate> steps) {
        LocalDate last = steps.get(steps.size() - 1);
        return new Window(steps.get(0), byWeek() ? last.plusDays(WEEK - 1L) : last);
    }

    /** Which of these steps a day belongs to; none where it lies outside. */
    Optional<Integer> step(List<LocalDate> steps, LocalDate day) {
        return IntStream.range(0, steps.size())
                .filter(i ->
                        !day.isBefore(steps.get(i)) && day.isBefore(steps.get(i).plusDays(byWeek() ? WEEK : 1)))
                .boxed()
                .findFirst();
    }

    private long planned() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
