package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import org.triviumcrm.shared.format.TypedNumber;

/**
 * What another table keeps of a row: a number, which is 0 where it keeps nothing, or a day.
 *
 * @param sql what is compared
 * @param query for the ids of rows, with {@code %s} where the condition on it goes
 */
public record KeptElsewhere(String sql, String query) {

    /** What a range asks of a row with this id: its bounds themselves where the column is one of the row's own table. */
    static String asked(ListColumn column, String id, String bounds, ListFilter filter) {
        KeptElsewhere kept = column.kept();
        if (kept == null) {
            return bounds;
        }
        if (column.filterKind() != FilterKind.DATE && isZeroWithin(filter)) {
            return "not exists (select 1 from (" + kept.query.formatted("not (" + bounds + ")")
                    + ") outside (row_id) where outside.row_id = " + id + ")";
        }
        return id + " in (" + kept.query.formatted(bounds) + ")";
    }

    private static boolean isZeroWithin(ListFilter filter) {
        BigDecimal from = TypedNumber.read(filter.from());
        BigDecimal to = TypedNumber.read(filter.to());
        return (from == null || from.signum() <= 0) && (to == null || to.signum() >= 0);
    }
}
