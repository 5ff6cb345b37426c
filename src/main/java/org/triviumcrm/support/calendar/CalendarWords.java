package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.history.HistoryNames;

/** Calendars as people say them, in lists and in the history. */
@Component
class CalendarWords implements HistoryNames {

    static final String KIND = "calendar-days";

    private final MessageSource messages;
    private final Format format;

    CalendarWords(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> names(Collection<String> values, Locale locale) {
        Map<String, String> words = new HashMap<>();
        values.forEach(value -> words.put(
                value,
                StoredDays.read(value).stream().map(day -> special(day, locale)).collect(Collectors.joining(" · "))));
        return words;
    }

    /** The week in a line: {@code Mon – Fri 09:00-18:00 · Sat 10:00-14:00}; null when nobody ever works. */
    @Nullable
    String week(BusinessCalendar calendar, Locale locale) {
        List<String> parts = new ArrayList<>();
        Map<DayOfWeek, String> week = calendar.getWeek();
        DayOfWeek[] days = DayOfWeek.values();
        int first = 0;
        for (int at = 0; at < days.length; at++) {
            String hours = week.getOrDefault(days[at], "");
            boolean goesOn = at + 1 < days.length && hours.equals(week.get(days[at + 1]));
            if (goesOn) {
                continue;
            }
            if (!hours.isEmpty()) {
                parts.add(span(days[first], days[at], locale) + " " + hours);
            }
            first = at + 1;
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    private String span(DayOfWeek from, DayOfWeek to, Locale locale) {
        return from == to
                ? day(from, locale)
                : say("support.calendar.span", locale, day(from, locale), day(to, locale));
    }

    private static String day(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    /** A special day with its name, when it is, and what counts instead. */
    String special(SpecialDay day, Locale locale) {
        String when = day.yearly() ? say("support.calendar.yearly", locale, range(day, locale)) : range(day, locale);
        DayOfWeek like = day.like();
        return like == null
                ? say("support.calendar.day", locale, day.name(), when)
                : say(
                        "support.calendar.day.like",
                        locale,
                        day.name(),
                        when,
                        like.getDisplayName(TextStyle.FULL, locale));
    }

    private String range(SpecialDay day, Locale locale) {
        String from = day.yearly() ? date(MonthDay.from(day.from()), locale) : format.date(day.from());
        String to = day.yearly() ? date(MonthDay.from(day.to()), locale) : format.date(day.to());
        return day.from().equals(day.to()) ? from : say("support.calendar.span", locale, from, to);
    }

    private String date(MonthDay day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern(say("support.calendar.monthDay", locale), locale));
    }

    private String say(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, locale));
    }
}
