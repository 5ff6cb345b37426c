package org.triviumcrm.shared.list;

import java.util.List;

/**
 * The first few of the records that belong to another, and the way to all of them.
 *
 * @param total how many there are, counted up to {@link #CAP}
 * @param href the list of exactly these
 */
public record Related<T>(List<T> rows, long total, String href) {

    public static final int SHOWN = 10;
    public static final int CAP = 1_000;

    /** @param total the same in each */
    public record Row<T>(T value, long total) {}

    /** One statement for the rows with their number: of so many as are counted, the first in an order. */
    public static String sql(String select, String order) {
        return "select x.*, count(*) over () as total from (" + select + " limit " + (CAP + 1) + ") x order by " + order
                + " limit " + SHOWN;
    }

    public static <T> Related<T> of(List<Row<T>> rows, ListLink all) {
        return new Related<>(
                rows.stream().map(Row::value).toList(),
                rows.isEmpty() ? 0 : rows.get(0).total(),
                all.toString());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public long shownTotal() {
        return Math.min(total, CAP);
    }

    /** Whether there are more than {@link #shownTotal}. */
    public boolean capped() {
        return total > CAP;
    }
}
