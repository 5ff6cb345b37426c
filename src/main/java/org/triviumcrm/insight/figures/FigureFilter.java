package org.triviumcrm.insight.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.triviumcrm.shared.list.ListLink;

/** The months in which opportunities were won or lost, both included; without them, all. */
record FigureFilter(
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth from,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth to) {

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 2);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    LocalDate first() {
        return from == null ? EARLIEST : from.atDay(1);
    }

    LocalDate last() {
        return to == null ? LATEST : to.atEndOfMonth();
    }

    /** The closed opportunities of a state in these months. */
    ListLink rows(String state) {
        ListLink link = ListLink.to("/sales/opportunities").is("state", state);
        return from == null && to == null
                ? link
                : link.days("closedOn", from == null ? null : first(), to == null ? null : last());
    }
}
