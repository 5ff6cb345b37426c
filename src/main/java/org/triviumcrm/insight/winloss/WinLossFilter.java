package org.triviumcrm.insight.winloss;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.triviumcrm.shared.list.ListLink;

/**
 * The months in which opportunities were decided, both included, and whose they are; null for everybody's.
 *
 * @param from the last twelve months without one
 */
record WinLossFilter(
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth from,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth to,
        @Nullable Long owner) {

    private static final int USUAL_MONTHS = 12;

    /** With both months named. */
    WinLossFilter filled(YearMonth present) {
        YearMonth last = to == null ? present : to;
        return new WinLossFilter(from == null ? last.minusMonths(USUAL_MONTHS - 1) : from, last, owner);
    }

    LocalDate first() {
        return from == null ? LocalDate.EPOCH : from.atDay(1);
    }

    LocalDate last() {
        return to == null ? LocalDate.EPOCH : to.atEndOfMonth();
    }

    /** The opportunities of a state in these months. */
    ListLink rows(String state) {
        return rows(state, first(), last());
    }

    ListLink rows(String state, LocalDate firstDay, LocalDate lastDay) {
        ListLink link = ListLink.to("/sales/opportunities").is("state", state).days("closedOn", firstDay, lastDay);
        return owner == null ? link : link.is("owner", owner);
    }
}
