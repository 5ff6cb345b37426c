package org.triviumcrm.insight.pivot;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.insight.sold.SoldFilter;

/** By what sales are cut. */
enum PivotDimension {
    PRODUCT("s.product_id::text", "product", false),
    REGION("c.region", null, false),
    INDUSTRY("c.industry", null, false),
    LEVEL("c.level", null, false),
    TEAM("s.team_id::text", "team", false),
    OWNER("s.owner_id::text", "person", false),
    YEAR("to_char(s.brought_on, 'YYYY')", null, true),
    QUARTER("to_char(s.brought_on, 'YYYY-\"Q\"Q')", null, true),
    MONTH("to_char(s.brought_on, 'YYYY-MM')", null, true);

    private static final int MONTHS_OF_QUARTER = 3;

    private final String key;
    private final @Nullable String table;
    private final boolean time;

    /**
     * @param key SQL over the sale {@code s} and its customer {@code c}
     * @param table of the names that keys stand for; null where a key is its name
     */
    PivotDimension(String key, @Nullable String table, boolean time) {
        this.key = key;
        this.table = table;
        this.time = time;
    }

    String key() {
        return key;
    }

    @Nullable
    String table() {
        return table;
    }

    boolean isTime() {
        return time;
    }

    /** Whether it needs the customer. */
    boolean isOfCustomer() {
        return key.startsWith("c.");
    }

    /** The rows of one value; of those without any where it is empty. */
    SoldFilter narrow(SoldFilter filter, String value) {
        return switch (this) {
            case PRODUCT -> filter.product(id(value));
            case REGION -> filter.region(value);
            case INDUSTRY -> filter.industry(value);
            case LEVEL -> filter.level(value);
            case TEAM -> filter.team(id(value));
            case OWNER -> filter.owner(id(value));
            case YEAR, QUARTER, MONTH -> filter.within(first(value), last(value));
        };
    }

    private static long id(String value) {
        return value.isEmpty() ? 0 : Long.parseLong(value);
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
