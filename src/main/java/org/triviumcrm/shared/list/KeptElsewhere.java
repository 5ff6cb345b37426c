package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.format.TypedNumber;

/**
 * What another table keeps of a row: a number, which is 0 where it keeps nothing, or a day; or, with {@code ofARow}, one value of any
 * kind, and none where it keeps nothing.
 *
 * @param sql what is compared
 * @param query for the ids of what it is kept of, with {@code %s} where the condition on it goes
 * @param owner column of a row that names what it is kept of, such as the customer of a contact; null for the row itself
 * @param within the same within some days, where another column asks for these; null where there is no such thing
 * @param ofARow the same asked of a row that is there already, with {@code %s} where the condition goes; null for what is 0 without it
 */
public record KeptElsewhere(
        String sql,
        String query,
        @Nullable String owner,
        @Nullable Within within,
        @Nullable String ofARow) {

    public KeptElsewhere(String sql, String query) {
        this(sql, query, null, null);
    }

    public KeptElsewhere(String sql, String query, @Nullable String owner, @Nullable Within within) {
        this(sql, query, owner, within, null);
    }

    /**
     * One value in a row of another table, at most one of which is about a row of the list. Its index is of the condition's columns, the
     * value and the key.
     *
     * @param column of that table; of a text an index holds {@code lower(column) collate "C"}
     * @param key the column of that table which is the id of the list's row
     * @param condition on {@code kept}, what makes it one row
     * @param id of the list's row
     */
    public static KeptElsewhere single(String table, String column, String key, String condition, String id) {
        String from = " from " + table + " kept where " + condition + " and ";
        return new KeptElsewhere(
                "kept." + column,
                "select kept." + key + from + "%s",
                null,
                null,
                "(select %s" + from + "kept." + key + " = " + id + ")");
    }

    /** Whether there is one value or none, rather than a number that is 0 where nothing is kept. */
    boolean isSingle() {
        return ofARow != null;
    }

    /** The condition on the value asked of rows that the table's index finds. */
    String found(String id, String asked) {
        return subject(id) + " in (" + query.formatted(asked) + ")";
    }

    /**
     * What is kept of some days only. A filter by both columns is one question: for how much of it within these days.
     *
     * @param column whose filter asks for the days; alone it asks for its own
     * @param day the day that the filter is about
     * @param sql what is compared then
     * @param query for the ids of rows, with {@code %1$s} where the condition on the day goes and {@code %2$s} for the other one
     */
    public record Within(String column, String day, String sql, String query) {

        /**
         * What a range asks of a row. The rows that have it are found first: nothing tells the planner how many sums are in a range,
         * and it would walk through a whole list for a few.
         *
         * @param days the condition on the day
         * @param bounds the condition on what is compared
         */
        String asked(String subject, String days, String bounds, ListFilter filter) {
            String kept = query.formatted(days, "%s");
            return isZeroWithin(filter)
                    ? without(subject, kept, bounds)
                    : subject + " in (select unnest(array(" + kept.formatted(bounds) + ")))";
        }
    }

    /** What a condition on it is a condition on. */
    String subject(String id) {
        return owner == null ? id : owner;
    }

    /** What a range asks of a row with this id. */
    String asked(ListColumn column, String id, String bounds, ListFilter filter) {
        String about = subject(id);
        return column.filterKind() != FilterKind.DATE && isZeroWithin(filter)
                ? without(about, query, bounds)
                : found(id, bounds);
    }

    private static String without(String about, String query, String bounds) {
        return "not exists (select 1 from (" + query.formatted("not (" + bounds + ")")
                + ") outside (row_id) where outside.row_id = " + about + ")";
    }

    private static boolean isZeroWithin(ListFilter filter) {
        BigDecimal from = TypedNumber.read(filter.from());
        BigDecimal to = TypedNumber.read(filter.to());
        return (from == null || from.signum() <= 0) && (to == null || to.signum() >= 0);
    }
}
