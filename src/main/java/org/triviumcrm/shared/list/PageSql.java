package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement that reads one page of a list.
 *
 * <p>First the ids of the page, from the noun's own table; then the columns of these few rows with their joins. Rows
 * without a sort value come last in both directions: the page is read in two ranges, those with a value and those
 * without, and the second is only touched when the first did not fill the page. Each range is one stretch of the plain
 * index {@code (expression, id)}, found by a row-value comparison, forward or backward.
 *
 * <p>When few rows match (the count says so), they are collected by the filter's index first and sorted afterwards;
 * when many match, the sort's index is walked until the page is full. So a wrong estimate of the planner can do no harm.
 */
final class PageSql {

    private final ListDefinition definition;
    private final SortKey key;
    private final boolean descending;
    private final boolean backward;
    private final @Nullable Cursor cursor;
    private final boolean few;

    PageSql(ListQuery query, @Nullable Cursor cursor, boolean backward, boolean few) {
        this.definition = query.definition();
        this.key = query.key();
        this.descending = query.order().descending();
        this.cursor = cursor;
        this.backward = backward;
        this.few = few;
    }

    /** Named parameters besides those of the condition: {@code cursorValue}, {@code cursorId} when there is a cursor. */
    String sql(String condition, String columns, int rows) {
        List<String> with = new ArrayList<>();
        if (few) {
            with.add("matching as materialized (select " + definition.id() + " as id, " + key.expression()
                    + " as k from " + from() + " where " + condition + ")");
        }
        List<String> ranges = ranges();
        List<String> names = new ArrayList<>();
        for (String range : ranges) {
            String part = names.isEmpty() ? "page_0" : "page_1";
            String some = "select " + id() + " as id, " + value() + " as k, " + names.size() + " as part from "
                    + (few ? "matching m" : from()) + " where " + (few ? "" : condition + " and ") + range
                    + " order by " + order(value(), id()) + " limit " + rows;
            // The inner limit lets the planner walk the index, the outer one leaves it alone when the page is full.
            String rest = names.isEmpty()
                    ? some
                    : "select * from (" + some + ") s limit (select " + rows + " - count(*) from page_0)";
            with.add(part + " as materialized (" + rest + ")");
            names.add("select * from " + part);
        }
        return "with " + String.join(", ", with) + " select p.id as row_id, p.k::text as sort_key" + columns + " from ("
                + String.join(" union all ", names) + ") p join " + from() + " on " + definition.id() + " = p.id "
                + definition.joins() + " order by p.part, " + order("p.k", "p.id");
    }

    /** The one or two stretches to read, in reading order. */
    private List<String> ranges() {
        if (!key.nullable()) {
            return List.of(cursor == null ? "true" : seek(true));
        }
        String present = value() + " is not null";
        String absent = value() + " is null";
        if (cursor == null) {
            return backward ? List.of(absent, present) : List.of(present, absent);
        }
        boolean amongAbsent = cursor.value() == null;
        String here = (amongAbsent ? absent : present) + " and " + seek(!amongAbsent);
        if (amongAbsent) {
            return backward ? List.of(here, present) : List.of(here);
        }
        return backward ? List.of(here) : List.of(here, absent);
    }

    private String seek(boolean byValue) {
        String than = descending != backward ? " < " : " > ";
        return byValue
                ? "(" + value() + ", " + id() + ")" + than + "(cast(:cursorValue as " + key.sqlType() + "), :cursorId)"
                : id() + than + ":cursorId";
    }

    private String order(String value, String id) {
        String direction = descending != backward ? " desc" : "";
        return value + direction + ", " + id + direction;
    }

    private String value() {
        return few ? "m.k" : key.expression();
    }

    private String id() {
        return few ? "m.id" : definition.id();
    }

    private String from() {
        return definition.table() + " " + definition.alias();
    }
}
