package org.triviumcrm.approval.absence;

import java.time.LocalDate;

/**
 * Somebody's absence in the list.
 *
 * @param deputyAway whether the deputy is away in that time, too
 * @param deputyLeft whether the deputy can't sign in any more: then nobody decides
 */
public record AbsenceRow(
        long id,
        long personId,
        String person,
        String deputy,
        LocalDate fromDay,
        LocalDate untilDay,
        boolean deputyAway,
        boolean deputyLeft) {

    public boolean isNow(LocalDate today) {
        return !fromDay.isAfter(today) && !untilDay.isBefore(today);
    }
}
