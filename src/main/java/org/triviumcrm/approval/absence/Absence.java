package org.triviumcrm.approval.absence;

import java.time.LocalDate;

/**
 * Somebody is away, from one day to another, both included.
 *
 * @param deputyId who decides meanwhile
 */
record Absence(long id, long personId, long deputyId, LocalDate fromDay, LocalDate untilDay, int version) {

    boolean overlaps(LocalDate from, LocalDate until) {
        return !fromDay.isAfter(until) && !untilDay.isBefore(from);
    }
}
