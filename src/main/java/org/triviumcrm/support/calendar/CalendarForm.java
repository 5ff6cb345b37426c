package org.triviumcrm.support.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.Errors;

/** A calendar as typed. It holds rows, so it has setters. */
public class CalendarForm {

    /** Enough for ten years. */
    static final int MOST_DAYS = 200;

    @NotBlank(message = "{support.calendar.error.name}")
    @Size(max = 100, message = "{form.tooLong}")
    private String name = "";

    @NotBlank(message = "{support.calendar.error.zone}")
    private String zone = "";

    private String monday = "09:00-18:00";
    private String tuesday = "09:00-18:00";
    private String wednesday = "09:00-18:00";
    private String thursday = "09:00-18:00";
    private String friday = "09:00-18:00";
    private String saturday = "";
    private String sunday = "";

    @Size(max = MOST_DAYS, message = "{support.calendar.error.days}")
    private List<SpecialDayForm> days = new ArrayList<>();

    private @Nullable Integer version;

    /** With usual office hours. */
    static CalendarForm blank(String zone) {
        CalendarForm form = new CalendarForm();
        form.zone = zone;
        return form;
    }

    static CalendarForm of(BusinessCalendar calendar) {
        CalendarForm form = blank(calendar.getZone());
        form.name = calendar.getName();
        Map<DayOfWeek, String> week = calendar.getWeek();
        form.monday = week.getOrDefault(DayOfWeek.MONDAY, "");
        form.tuesday = week.getOrDefault(DayOfWeek.TUESDAY, "");
        form.wednesday = week.getOrDefault(DayOfWeek.WEDNESDAY, "");
        form.thursday = week.getOrDefault(DayOfWeek.THURSDAY, "");
        form.friday = week.getOrDefault(DayOfWeek.FRIDAY, "");
        form.saturday = week.getOrDefault(DayOfWeek.SATURDAY, "");
        form.sunday = week.getOrDefault(DayOfWeek.SUNDAY, "");
        calendar.specialDays().forEach(day -> form.days.add(SpecialDayForm.of(day)));
        form.version = calendar.getVersion();
        return form;
    }

    /** Says of each value what is wrong with it. */
    void check(List<String> zones, Errors errors) {
        if (!zone.isBlank() && !zones.contains(zone)) {
            errors.rejectValue("zone", "support.calendar.error.zone");
        }
        PropertyAccessor typed = PropertyAccessorFactory.forBeanPropertyAccess(this);
        for (DayOfWeek day : DayOfWeek.values()) {
            String field = day.name().toLowerCase(Locale.ROOT);
            TypedHours hours = TypedHours.read(String.valueOf(typed.getPropertyValue(field)));
            if (hours.problem() != null) {
                errors.rejectValue(
                        field, "support.calendar.error.hours." + hours.problem(), new Object[] {hours.piece()}, null);
            }
        }
        for (int at = 0; at < days.size(); at++) {
            days.get(at).check("days[" + at + "]", errors);
        }
    }

    /** What the buttons of the rows do: {@code addDay}, {@code removeDay 2}; several are about the rows as they came. */
    void change(List<String> acts) {
        List<SpecialDayForm> all = List.copyOf(days);
        for (String act : acts) {
            if (act.equals("addDay") && days.size() < MOST_DAYS) {
                days.add(new SpecialDayForm());
            } else if (act.matches("removeDay \\d{1,3}")) {
                int row = Integer.parseInt(act.substring("removeDay ".length()));
                if (row < all.size()) {
                    days.remove(all.get(row));
                }
            }
        }
    }

    /** The rows as they are stored; nothing must be wrong in them. */
    public String getSpecialDays() {
        return StoredDays.write(days.stream()
                .filter(row -> !row.isBlank())
                .map(SpecialDayForm::read)
                .toList());
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = Objects.requireNonNullElse(zone, "");
    }

    public String getMonday() {
        return monday;
    }

    public void setMonday(@Nullable String hours) {
        monday = Objects.requireNonNullElse(hours, "");
    }

    public String getTuesday() {
        return tuesday;
    }

    public void setTuesday(@Nullable String hours) {
        tuesday = Objects.requireNonNullElse(hours, "");
    }

    public String getWednesday() {
        return wednesday;
    }

    public void setWednesday(@Nullable String hours) {
        wednesday = Objects.requireNonNullElse(hours, "");
    }

    public String getThursday() {
        return thursday;
    }

    public void setThursday(@Nullable String hours) {
        thursday = Objects.requireNonNullElse(hours, "");
    }

    public String getFriday() {
        return friday;
    }

    public void setFriday(@Nullable String hours) {
        friday = Objects.requireNonNullElse(hours, "");
    }

    public String getSaturday() {
        return saturday;
    }

    public void setSaturday(@Nullable String hours) {
        saturday = Objects.requireNonNullElse(hours, "");
    }

    public String getSunday() {
        return sunday;
    }

    public void setSunday(@Nullable String hours) {
        sunday = Objects.requireNonNullElse(hours, "");
    }

    public List<SpecialDayForm> getDays() {
        return days;
    }

    public void setDays(List<SpecialDayForm> days) {
        this.days = days;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
