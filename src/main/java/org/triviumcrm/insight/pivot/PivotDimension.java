package org.triviumcrm.insight.pivot;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.insight.sold.SoldFilter;

/** By what sales are cut. */
enum PivotDimension {
    PRODUCT("s.product_id", "%s::text", "product"),
    REGION("nullif(c.region, '')", "%s", null),
    INDUSTRY("nullif(c.industry, '')", "%s", null),
    LEVEL("nullif(c.level, '')", "%s", null),
    TEAM("s.team_id", "%s::text", "team"),
    OWNER("s.owner_id", "%s::text", "person"),
    YEAR("date_trunc('year', s.brought_on::timestamp)", "to_char(%s, 'YYYY')", null),
    QUARTER("date_trunc('quarter', s.brought_on::timestamp)", "to_char(%s, 'YYYY-\"Q\"Q')", null),
    MONTH("date_trunc('month', s.brought_on::timestamp)", "to_char(%s, 'YYYY-MM')", null);

    private static final int MONTHS_OF_QUARTER = 3;

    private final String value;
    private final String key;
    private final @Nullable String table;

    /**
     * @param value SQL over the sale {@code s} and its customer {@code c}; null for those without
     * @param key what makes a text of the value
     * @param table of the names that keys stand for; null where a key is its name
     */
    PivotDimension(String value, String key, @Nullable String table) {
        this.value = value;
        this.key = key;
        this.table = table;
    }

    /** What is grouped by: not a text yet, as this is reckoned for each sale. */
    String value() {
        return value;
    }

    /** The text of a column with such values, empty for those without. */
    String key(String column) {
        return "coalesce(" + key.formatted(column) + ", '')";
    }

    @Nullable
    String table() {
        return table;
    }

    boolean isTime() {
        return this == YEAR || this == QUARTER || this == MONTH;
    }

    /** Whether it needs the customer. */
    boolean isOfCustomer() {
        return this == REGION || this == INDUSTRY || this == LEVEL;
    }

    /** Whether it needs whose the sale is. */
    boolean isOfSeller() {
        return this == TEAM || this == OWNER;
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
