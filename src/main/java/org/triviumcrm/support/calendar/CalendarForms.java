package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Option;

/** What the pages of calendars show and offer. */
@Component
class CalendarForms {

    /** Of the special days of a calendar that are ahead. */
    private static final int SHOWN = 3;

    private static final String REGIONS = "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    private static final List<String> ZONES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> id.matches(REGIONS))
                            .sorted())
            .toList();

    private final BusinessCalendarService calendars;
    private final CalendarWords words;
    private final Companies companies;
    private final Format format;

    CalendarForms(BusinessCalendarService calendars, CalendarWords words, Companies companies, Format format) {
        this.calendars = calendars;
        this.words = words;
        this.companies = companies;
        this.format = format;
    }

    List<String> zones() {
        return ZONES;
    }

    CalendarForm blank() {
        return CalendarForm.blank(companies.zone().getId());
    }

    List<CalendarRow> rows(List<BusinessCalendar> calendars) {
        Locale locale = LocaleContextHolder.getLocale();
        return calendars.stream()
                .map(calendar -> new CalendarRow(
                        calendar.getId(),
                        calendar.getName(),
                        calendar.getZone().replace('_', ' '),
                        calendar.isUsual(),
                        words.week(calendar, locale),
                        next(calendar, locale)))
                .toList();
    }

    private List<String> next(BusinessCalendar calendar, Locale locale) {
        LocalDate today = format.today();
        return calendar.specialDays().stream()
                .filter(day -> day.yearly() || !day.to().isBefore(today))
                .sorted(Comparator.comparing(day -> coming(day, today)))
                .limit(SHOWN)
                .map(day -> words.special(day, locale))
                .toList();
    }

    /** When it begins next, or has begun. */
    private static LocalDate coming(SpecialDay day, LocalDate today) {
        if (!day.yearly()) {
            return day.from();
        }
        LocalDate thisYear = day.from().withYear(today.getYear());
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    /** The model has what was typed as {@code calendarForm}. */
    String form(Viewer viewer, Model model, long id) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("id", id);
        model.addAttribute("queues", id == 0 ? List.of() : calendars.queues(viewer, id));
        model.addAttribute(
                "zones",
                ZONES.stream()
                        .map(zone -> new Option(zone, zone.replace('_', ' ')))
                        .toList());
        model.addAttribute(
                "weekdays",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Option(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                        .toList());
        return "support/calendar/form";
    }
}
