package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.money.BaseCurrency;

/** Runs the statements of lists. */
@Repository
class ListRepository {

    private static final int FETCH_SIZE = 1000;
    private static final String ALL = "true";
    private static final int FURTHEST = 20_000;
    private static final int FURTHEST_IN_ROWS = 8_000;
    private static final int ENOUGH = 500;

    private final JdbcClient jdbc;
    private final BaseCurrency base;

    ListRepository(JdbcClient jdbc, BaseCurrency base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    /** Counts and adds up to the end, or as far as a page may take. */
    ListCount count(ListDefinition definition, Conditions conditions, boolean toTheEnd) {
        String rows = from(definition) + " where " + conditions.sql();
        if (toTheEnd) {
            return added(definition, conditions, rows);
        }
        String entries = conditions.entries();
        ListCount count = entries == null ? null : alongItsIndex(definition, conditions, entries);
        if (count != null) {
            return count;
        }
        // Without the totals: an index alone can tell that there are too many.
        count = capped(definition, rows, conditions);
        boolean added =
                count.rows() > 0 && count.isFew() && !definition.totals().isEmpty();
        return added ? added(definition, conditions, rows) : count;
    }

    /**
     * Reads the entries of its index that a single filter asks for, yet no further than {@value #FURTHEST} of them: when
     * the reader sees one row in five, five thousand of theirs may be spread over the whole table. Whoever sees all is spared
     * the others.
     *
     * @return nothing when so few of the entries read match that another index will find them faster
     */
    private @Nullable ListCount alongItsIndex(ListDefinition definition, Conditions conditions, String entries) {
        String asked = conditions.ofAnEntry();
        long furthest = conditions.areEntriesPieces() ? FURTHEST_IN_ROWS : ALL.equals(asked) ? ListCount.CAP : FURTHEST;
        String matching = " filter (where " + asked + ")";
        String sql = "select count(*)" + matching + " as row_count, count(*) > " + furthest + " as given_up"
                + sums(definition, matching) + " from (select " + definition.alias() + ".* " + from(definition)
                + " where " + entries + " limit " + (furthest + 1) + ") " + definition.alias();
        return jdbc.sql(sql)
                .params(conditions.parameters())
                .query((row, number) -> {
                    long count = row.getLong("row_count");
                    return row.getBoolean("given_up")
                            ? new ListCount(Math.min(count, ListCount.CAP), true, Map.of(), null)
                            : new ListCount(count, false, totals(definition, row), currency(definition, row));
                })
                .optional()
                .filter(count -> !count.capped() || count.rows() >= ENOUGH)
                .orElse(null);
    }

    private ListCount capped(ListDefinition definition, String rows, Conditions conditions) {
        long count = jdbc.sql("select count(*) from (select 1 " + rows + " limit " + (ListCount.CAP + 1) + ") counted")
                .params(conditions.parameters())
                .query(Long.class)
                .single();
        return count > ListCount.CAP
                ? new ListCount(ListCount.CAP, true, Map.of(), null)
                : new ListCount(count, false, zeros(definition, count), null);
    }

    private ListCount added(ListDefinition definition, Conditions conditions, String rows) {
        return jdbc.sql("select count(*) as row_count" + sums(definition, "") + " " + rows)
                .params(conditions.parameters())
                .query((row, number) -> new ListCount(
                        row.getLong("row_count"), false, totals(definition, row), currency(definition, row)))
                .single();
    }

    private String sums(ListDefinition definition, String matching) {
        StringBuilder sums = new StringBuilder();
        if (!definition.totals().isEmpty()) {
            sums.append(", ").append(base.sql()).append(" as total_currency");
        }
        definition
                .totals()
                .forEach((column, sql) -> sums.append(", sum(")
                        .append(sql)
                        .append(")")
                        .append(matching)
                        .append(" as total_")
                        .append(column));
        return sums.toString();
    }

    private static Map<String, BigDecimal> totals(ListDefinition definition, ResultSet row) throws SQLException {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        for (String column : definition.totals().keySet()) {
            BigDecimal total = row.getBigDecimal("total_" + column);
            totals.put(column, total == null ? BigDecimal.ZERO : total);
        }
        return totals;
    }

    private static @Nullable String currency(ListDefinition definition, ResultSet row) throws SQLException {
        return definition.totals().isEmpty() ? null : row.getString("total_currency");
    }

    private static String from(ListDefinition definition) {
        return "from " + definition.table() + " " + definition.alias();
    }

    private static Map<String, BigDecimal> zeros(ListDefinition definition, long count) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        if (count == 0) {
            definition.totals().keySet().forEach(column -> totals.put(column, BigDecimal.ZERO));
        }
        return totals;
    }

    /** The rows of a page in reading order (backward: from its end), one more than asked for if there is one. */
    List<RawRow> page(
            ListDefinition definition,
            List<ListColumn> columns,
            Conditions conditions,
            PageSql page,
            @Nullable Cursor cursor,
            int rows) {
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        if (cursor != null) {
            parameters.put("cursorId", cursor.id());
            if (cursor.value() != null) {
                parameters.put("cursorValue", cursor.value());
            }
        }
        return jdbc.sql(page.sql(conditions, select(definition, columns), rows + 1))
                .params(parameters)
                .query((row, number) -> raw(row, definition, columns))
                .list();
    }

    /** Every row in order, a thousand at a time from a cursor of the server; needs a transaction. */
    void stream(ListQuery query, List<ListColumn> columns, Conditions conditions, Consumer<RawRow> consumer) {
        ListDefinition definition = query.definition();
        SortKey key = query.key();
        String direction = query.order().descending() ? " desc" : "";
        String last = key.nullable() ? " nulls last" : "";
        String sql =
                "select " + definition.id() + " as row_id, null as sort_key" + select(definition, columns) + " from "
                        + definition.table() + " " + definition.alias() + " " + definition.joins() + " where "
                        + conditions.sql() + " order by " + key.expression() + direction + last + ", " + definition.id()
                        + direction;
        jdbc.sql(sql)
                .withFetchSize(FETCH_SIZE)
                .params(conditions.parameters())
                .query((ResultSet row) -> consumer.accept(raw(row, definition, columns)));
    }

    private static String select(ListDefinition definition, List<ListColumn> columns) {
        StringBuilder select = new StringBuilder();
        for (ListColumn column : columns) {
            select.append(", ").append(column.expression()).append(" as v_").append(column.key());
            if (column.companion() != null) {
                select.append(", ").append(column.companion()).append(" as w_").append(column.key());
            }
        }
        if (definition.mark() != null) {
            select.append(", ").append(definition.mark().id()).append(" as row_mark");
        }
        return select.toString();
    }

    private static RawRow raw(ResultSet row, ListDefinition definition, List<ListColumn> columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        List<@Nullable String> companions = new ArrayList<>(columns.size());
        for (ListColumn column : columns) {
            values.add(value(row, column));
            companions.add(column.companion() == null ? null : row.getString("w_" + column.key()));
        }
        String mark = definition.mark() == null ? null : row.getString("row_mark");
        return new RawRow(row.getLong("row_id"), row.getString("sort_key"), values, companions, mark);
    }

    private static @Nullable Object value(ResultSet row, ListColumn column) throws SQLException {
        String name = "v_" + column.key();
        return switch (column.type()) {
            case INTEGER, YEAR -> {
                long number = row.getLong(name);
                yield row.wasNull() ? null : number;
            }
            case DECIMAL, MONEY, PERCENT -> row.getBigDecimal(name);
            case DATE -> row.getObject(name, LocalDate.class);
            case INSTANT -> {
                OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            case YES_NO -> {
                boolean yes = row.getBoolean(name);
                yield row.wasNull() ? null : yes;
            }
            default -> row.getString(name);
        };
    }

    /** A row as read; the companion of a value is its currency or the id of the record it leads to. */
    record RawRow(
            long id,
            @Nullable String sortKey,
            List<@Nullable Object> values,
            List<@Nullable String> companions,
            @Nullable String mark) {

        Cursor cursor() {
            return new Cursor(sortKey, id);
        }
    }
}
