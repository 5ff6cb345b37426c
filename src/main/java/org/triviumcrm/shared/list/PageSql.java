package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement that reads one page of a list.
 *
 * <p>First the ids of the page, from the noun's own table; then the columns of these few rows with their joins. Rows
 * without a sort value come last in both directions: the page is read in two stretches, those with a value and those
 * without, and the second is only touched when the first did not fill the page. Each is one stretch of the plain index
 * {@code (expression, id)}, found by a row-value comparison, forward or backward.
 *
 * <p>When few rows match, they are collected by the filter's index and sorted. When many match, the sort's index is
 * walked until the page is full, yet no further than {@value #FURTHEST} entries, or {@value #FURTHEST_WITHIN} where the
 * index alone tells which rows fit: where the filter's rows all lie at the other end, the walk gives up with a page that
 * is not full, and collecting is the better way. So neither a wrong estimate of the planner nor an odd distribution leads
 * through the whole table by its index. A choice that has an index together with the order ({@link
 * #leading}) is walked along its own entries alone.
 */
final class PageSql {

    private static final int FURTHEST = 20_000;
    private static final int FURTHEST_WITHIN = 100_000;

    private final ListDefinition definition;
    private final SortKey key;
    private final String column;
    private final @Nullable String leading;
    private final boolean descending;
    private final boolean backward;
    private final @Nullable Cursor cursor;
    private final boolean collected;
    private final int furthest;

    /** @param collected whether to collect all matching rows and sort them, rather than to walk */
    PageSql(ListQuery query, @Nullable Cursor cursor, boolean backward, boolean collected) {
        this.definition = query.definition();
        this.key = query.key();
        this.column = query.order().column();
        this.leading = leading(query);
        this.descending = query.order().descending();
        this.cursor = cursor;
        this.backward = backward;
        this.collected = collected;
        this.furthest = readsIndexAlone(query) ? FURTHEST_WITHIN : FURTHEST;
    }

    /** The choice that leads an index in the order asked for, when one single value of it is asked for. */
    private @Nullable String leading(ListQuery query) {
        return query.filters().stream()
                .filter(filter -> filter.operator() == Operator.ANY
                        && filter.values().size() == 1
                        && definition
                                .together()
                                .getOrDefault(filter.column(), Set.of())
                                .contains(query.order().column()))
                .map(ListFilter::column)
                .findFirst()
                .orElse(null);
    }

    /** Whether the index of the order holds all that the filters and the reader's scope ask about. */
    private boolean readsIndexAlone(ListQuery query) {
        return definition.condition() == null
                && definition.carried().contains(query.order().column())
                && query.filters().stream().map(ListFilter::column).allMatch(definition.carried()::contains);
    }

    /** Named parameters besides those of the condition: {@code cursorValue}, {@code cursorId} when there is a cursor. */
    String sql(Conditions conditions, String columns, int rows) {
        String asked =
                conditions.on(column) + (leading == null ? "" : " and " + conditions.on(leading)) + conditions.always();
        List<String> ranges =
                ranges().stream().map(range -> range + " and " + asked).toList();
        String with = "page_0 as materialized (" + stretch(conditions, ranges.get(0), 0, rows) + ")";
        String page = "select * from page_0";
        if (ranges.size() > 1) {
            // The inner limit lets the planner use the index, the outer one leaves it alone when the page is full.
            with += ", page_1 as materialized (select * from (" + stretch(conditions, ranges.get(1), 1, rows)
                    + ") s limit (" + rest(ranges.get(0), rows) + "))";
            page += " union all select * from page_1";
        }
        return "with " + with + " select p.id as row_id, p.k::text as sort_key" + columns + " from (" + page
                + ") p join " + from() + " on " + definition.id() + " = p.id " + definition.joins()
                + " order by p.part, " + order("p.k", "p.id");
    }

    private String stretch(Conditions conditions, String range, int part, int rows) {
        String select = "select m.id, m.k, " + part + " as part from ";
        String end = " order by " + order("m.k", "m.id") + " limit " + rows;
        if (collected) {
            return select + "(select " + definition.id() + " as id, " + key.expression() + " as k from " + from()
                    + " where " + conditions.sql() + " and " + range + " offset 0) m" + end;
        }
        String walked = "select " + definition.alias() + ".*, " + key.expression() + " as list_key from " + from()
                + " where " + range + " order by " + order(key.expression(), definition.id()) + " limit " + furthest;
        return select + "(select " + definition.id() + " as id, " + definition.alias() + ".list_key as k from ("
                + walked + ") " + definition.alias() + " where " + conditions.ofARow() + ") m" + end;
    }

    /** How many rows the second stretch may still give: none when the walk through the first was given up. */
    private String rest(String range, int rows) {
        String missing = rows + " - (select count(*) from page_0)";
        return collected
                ? "select " + missing
                : "select case when (select count(*) from page_0) >= " + rows + " or exists (select 1 from " + from()
                        + " where " + range + " order by " + order(key.expression(), definition.id()) + " offset "
                        + furthest + " limit 1) then 0 else " + missing + " end";
    }

    /** The one or two stretches to read, in reading order. */
    private List<String> ranges() {
        if (!key.nullable()) {
            return List.of(cursor == null ? "true" : seek(true));
        }
        String present = key.expression() + " is not null";
        String absent = key.expression() + " is null";
        List<String> ranges = new ArrayList<>(backward ? List.of(absent, present) : List.of(present, absent));
        if (cursor != null) {
            boolean amongAbsent = cursor.value() == null;
            String here = amongAbsent ? absent : present;
            ranges.subList(0, ranges.indexOf(here) + 1).clear();
            ranges.add(0, here + " and " + seek(!amongAbsent));
        }
        return ranges;
    }

    private String seek(boolean byValue) {
        String than = descending != backward ? " < " : " > ";
        return byValue
                ? "(" + key.expression() + ", " + definition.id() + ")" + than + "(cast(:cursorValue as "
                        + key.sqlType() + "), :cursorId)"
                : definition.id() + than + ":cursorId";
    }

    private String order(String value, String id) {
        String direction = descending != backward ? " desc" : "";
        return value + direction + ", " + id + direction;
    }

    private String from() {
        return definition.table() + " " + definition.alias();
    }
}
