package org.triviumcrm.support.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A row of a calendar's form: a holiday, or a day worked in exchange. Rows bind to classes with setters. */
public class SpecialDayForm {

    private static final int LONGEST_NAME = 100;

    private String name = "";
    private String from = "";
    private String to = "";
    private boolean yearly;

    /** Weekday whose hours count; empty for a holiday. */
    private String like = "";

    static SpecialDayForm of(SpecialDay day) {
        SpecialDayForm form = new SpecialDayForm();
        form.name = day.name();
        form.from = day.from().toString();
        form.to = day.to().equals(day.from()) ? "" : day.to().toString();
        form.yearly = day.yearly();
        form.like = day.like() == null ? "" : day.like().name();
        return form;
    }

    /** Nothing was typed into it: it is left out. */
    boolean isBlank() {
        return name.isBlank() && from.isBlank() && to.isBlank();
    }

    /** Says of each value what is wrong with it. @param path of this row within the form */
    void check(String path, Errors errors) {
        if (isBlank()) {
            return;
        }
        if (name.isBlank()) {
            errors.rejectValue(path + ".name", "support.calendar.error.dayName");
        } else if (name.strip().length() > LONGEST_NAME) {
            errors.rejectValue(path + ".name", "support.calendar.error.dayNameLong");
        }
        LocalDate first = date(from);
        LocalDate last = to.isBlank() ? first : date(to);
        if (first == null) {
            errors.rejectValue(path + ".from", "support.calendar.error.date");
        }
        if (last == null && !to.isBlank()) {
            errors.rejectValue(path + ".to", "support.calendar.error.date");
        } else if (first != null && last != null && !SpecialDay.isPossible(first, last)) {
            errors.rejectValue(path + ".to", "support.calendar.error.range");
        }
    }

    /** @throws NullPointerException when its dates can't be read */
    SpecialDay read() {
        LocalDate first = Objects.requireNonNull(date(from));
        LocalDate last = to.isBlank() ? first : Objects.requireNonNull(date(to));
        return new SpecialDay(name.strip(), first, last, yearly, like.isEmpty() ? null : DayOfWeek.valueOf(like));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = Objects.requireNonNullElse(from, "");
    }

    public String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = Objects.requireNonNullElse(to, "");
    }

    public boolean isYearly() {
        return yearly;
    }

    public void setYearly(boolean yearly) {
        this.yearly = yearly;
    }

    public String getLike() {
        return like;
    }

    /** What is no weekday, as only a page changed by hand sends, is a holiday. */
    public void setLike(@Nullable String like) {
        boolean weekday = like != null
                && Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().equals(like));
        this.like = weekday ? Objects.requireNonNullElse(like, "") : "";
    }
}
