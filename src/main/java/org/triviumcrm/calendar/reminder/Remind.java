package org.triviumcrm.calendar.reminder;

import org.jspecify.annotations.Nullable;

/** How long before something begins somebody wants to be reminded. */
public enum Remind {
    NONE(null),
    AT_START(0),
    MINUTES_5(5),
    MINUTES_15(15),
    MINUTES_30(30),
    HOUR(60),
    DAY(1440),
    CHOSEN(null);

    private final @Nullable Integer minutes;

    Remind(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    @Nullable
    Integer minutes() {
        return minutes;
    }

    /** Any number of minutes becomes the next longer one. */
    static Remind of(@Nullable Integer minutes) {
        if (minutes == null) {
            return NONE;
        }
        for (Remind one : values()) {
            if (one.minutes != null && one.minutes >= minutes) {
                return one;
            }
        }
        return DAY;
    }
}
