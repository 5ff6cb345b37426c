package org.triviumcrm.approval.flow;

/** In what a length of time is typed. */
public enum TimeUnit {
    HOURS(1),
    DAYS(24);

    private final int hours;

    TimeUnit(int hours) {
        this.hours = hours;
    }

    int hours() {
        return hours;
    }
}
