package org.triviumcrm.calendar.view;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days that are looked at.
 *
 * @param query complete
 * @param person whose they are, when they are a colleague's
 * @param entries the earliest first, no more than can be looked at
 * @param isCut whether there are more
 */
public record CalendarPage(
        CalendarQuery query, @Nullable String person, List<CalendarEntry> entries, boolean isCut, ZoneId zone) {

    private static final int WEEK = 7;

    public CalendarSpan span() {
        return Objects.requireNonNull(query.span());
    }

    public LocalDate on() {
        return Objects.requireNonNull(query.on());
    }

    public LocalDate first() {
        return span().first(on());
    }

    public LocalDate last() {
        return span().last(on());
    }

    /** Whether they are those of several people, who are named then. */
    public boolean isOfMany() {
        return query.team() != null;
    }

    public List<CalendarDay> days() {
        return CalendarDay.of(span().firstDrawn(on()), span().lastDrawn(on()), entries, zone);
    }

    public List<List<CalendarDay>> weeks() {
        List<CalendarDay> days = days();
        List<List<CalendarDay>> weeks = new ArrayList<>();
        for (int day = 0; day < days.size(); day += WEEK) {
            weeks.add(days.subList(day, Math.min(day + WEEK, days.size())));
        }
        return weeks;
    }

    /** For a list: only days within what was asked for, with something on them. */
    public List<CalendarDay> busyDays() {
        return days().stream()
                .filter(day -> !day.all().isEmpty())
                .filter(day -> !day.date().isBefore(first()) && !day.date().isAfter(last()))
                .toList();
    }

    /** Those of them that are over, when it goes on today or later: who opens a month looks for what comes. */
    public List<CalendarDay> daysBefore(LocalDate today) {
        List<CalendarDay> over =
                busyDays().stream().filter(day -> day.date().isBefore(today)).toList();
        return today.isAfter(last()) || over.size() == busyDays().size() ? List.of() : over;
    }

    /** The other ones. */
    public List<CalendarDay> daysFrom(LocalDate today) {
        return busyDays().stream().skip(daysBefore(today).size()).toList();
    }

    public String previousHref() {
        return href(span(), span().away(on(), -1));
    }

    public String nextHref() {
        return href(span(), span().away(on(), 1));
    }

    public String href(CalendarSpan other, LocalDate day) {
        return query.href(other, day);
    }
}
