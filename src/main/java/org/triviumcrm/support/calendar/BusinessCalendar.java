package org.triviumcrm.support.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** When the company, or a part of it, works. One of them is the usual one, where nothing else is said. */
@Entity
@Audited
@Table(name = "business_calendar")
public class BusinessCalendar {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "business_calendar")
    @SequenceGenerator(name = "business_calendar", sequenceName = "business_calendar_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private String zone;

    /** As {@link TypedHours} stores them, and so on. */
    private String monday;

    private String tuesday;
    private String wednesday;
    private String thursday;
    private String friday;
    private String saturday;
    private String sunday;

    /** See {@link StoredDays}. */
    private String specialDays;

    private boolean usual;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected BusinessCalendar() {}

    @SuppressWarnings("NullAway")
    BusinessCalendar(CalendarForm form, boolean usual, Instant now) {
        this.usual = usual;
        this.createdAt = now;
        change(form, now);
    }

    /** @param form without anything wrong in it */
    void change(CalendarForm form, Instant now) {
        name = form.getName().strip();
        zone = form.getZone();
        monday = stored(form.getMonday());
        tuesday = stored(form.getTuesday());
        wednesday = stored(form.getWednesday());
        thursday = stored(form.getThursday());
        friday = stored(form.getFriday());
        saturday = stored(form.getSaturday());
        sunday = stored(form.getSunday());
        specialDays = form.getSpecialDays();
        updatedAt = now;
    }

    private static String stored(String typed) {
        return TypedHours.read(typed).stored();
    }

    void setUsual(boolean usual) {
        this.usual = usual;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public String getZone() {
        return zone;
    }

    /** Hours by weekday as stored, Monday first. */
    public Map<DayOfWeek, String> getWeek() {
        List<String> all = List.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday);
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, all.get(day.ordinal()));
        }
        return week;
    }

    public List<SpecialDay> specialDays() {
        return StoredDays.read(specialDays);
    }

    public BusinessHours hours() {
        Map<DayOfWeek, List<OpenTime>> week = new EnumMap<>(DayOfWeek.class);
        getWeek().forEach((day, hours) -> week.put(day, TypedHours.read(hours).times()));
        return new BusinessHours(ZoneId.of(zone), week, specialDays());
    }

    public boolean isUsual() {
        return usual;
    }

    public int getVersion() {
        return version;
    }
}
