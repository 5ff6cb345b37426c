package org.triviumcrm.calendar.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When to be reminded once more. */
public enum Later {
    MINUTES_10,
    HOUR,
    TOMORROW;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    Instant from(Instant now, ZoneId zone) {
        return switch (this) {
            case MINUTES_10 -> now.plus(Duration.ofMinutes(10));
            case HOUR -> now.plus(Duration.ofHours(1));
            case TOMORROW ->
                LocalDate.ofInstant(now, zone)
                        .plusDays(1)
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant();
        };
    }
}
