package org.triviumcrm.support.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hours of calendars, read once as long as nobody changes them. */
@Component
public class Calendars {

    /** A calendar as it is now. @param id 0 when the company has none at all: then it works around the clock */
    public record Named(long id, String name, BusinessHours hours) {}

    private record Kept(int version, Named calendar) {}

    private static final Named NONE = new Named(0, "", BusinessHours.ALWAYS);

    private final BusinessCalendarRepository calendars;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    Calendars(BusinessCalendarRepository calendars) {
        this.calendars = calendars;
    }

    /** A calendar, or the usual one when there is none of this id. */
    public Named of(@Nullable Long id) {
        return (id == null
                        ? calendars.findByUsualTrue()
                        : calendars.findById(id).or(calendars::findByUsualTrue))
                .map(this::read)
                .orElse(NONE);
    }

    private Named read(BusinessCalendar calendar) {
        Kept known = kept.get(calendar.getId());
        if (known == null || known.version() != calendar.getVersion()) {
            known = new Kept(calendar.getVersion(), new Named(calendar.getId(), calendar.getName(), calendar.hours()));
            kept.put(calendar.getId(), known);
        }
        return known.calendar();
    }
}
