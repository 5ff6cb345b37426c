package org.triviumcrm.insight.pivot;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/** By what sales are cut. */
enum PivotDimension {
    PRODUCT("o.product_id::text", "product", "product"),
    REGION("k.region", null, "customerRegion"),
    INDUSTRY("k.industry", null, "customerIndustry"),
    LEVEL("k.level", null, "customerLevel"),
    TEAM("o.team_id::text", "team", "team"),
    OWNER("o.owner_id::text", "person", "owner"),
    YEAR("to_char(o.closed_on, 'YYYY')", null, null),
    QUARTER("to_char(o.closed_on, 'YYYY-\"Q\"Q')", null, null),
    MONTH("to_char(o.closed_on, 'YYYY-MM')", null, null);

    private static final int MONTHS_OF_QUARTER = 3;

    private final String key;
    private final @Nullable String table;
    private final @Nullable String column;

    /**
     * @param key SQL over the opportunity {@code o} and its customer {@code k}
     * @param table of the names that keys stand for; null where a key is its name
     * @param column of the list of opportunities that is filtered by it; null for a time
     */
    PivotDimension(String key, @Nullable String table, @Nullable String column) {
        this.key = key;
        this.table = table;
        this.column = column;
    }

    String key() {
        return key;
    }

    @Nullable
    String table() {
        return table;
    }

    boolean isTime() {
        return column == null;
    }

    /** Whether it needs the customer. */
    boolean isOfCustomer() {
        return key.startsWith("k.");
    }

    /** The rows of one value; empty for those without any. */
    ListLink narrow(ListLink link, String value) {
        if (column == null) {
            return link;
        }
        return value.isEmpty() ? link.empty(column) : link.is(column, value);
    }

    /** The first day of a value of a time. */
    LocalDate first(String value) {
        return switch (this) {
            case YEAR -> LocalDate.of(Integer.parseInt(value), 1, 1);
            case QUARTER ->
                LocalDate.of(Integer.parseInt(value.substring(0, 4)), quarter(value) * MONTHS_OF_QUARTER - 2, 1);
            default -> YearMonth.parse(value).atDay(1);
        };
    }

    /** The last day of a value of a time. */
    LocalDate last(String value) {
        return switch (this) {
            case YEAR -> first(value).plusYears(1).minusDays(1);
            case QUARTER -> first(value).plusMonths(MONTHS_OF_QUARTER).minusDays(1);
            default -> YearMonth.parse(value).atEndOfMonth();
        };
    }

    private static int quarter(String value) {
        return Integer.parseInt(value.substring(value.length() - 1));
    }
}
