package org.triviumcrm.shared.list;

/** What a column holds: decides how it is shown, compared, filtered and exported. */
public enum ColumnType {
    TEXT("text", FilterKind.TEXT),
    /** A text that leads to a record's page. */
    LINK("text", FilterKind.TEXT),
    EMAIL("text", FilterKind.TEXT),
    PHONE("text", FilterKind.TEXT),
    URL("text", FilterKind.TEXT),
    INTEGER("bigint", FilterKind.RANGE),
    /** A number that is not counted with: shown without thousands separators. */
    YEAR("bigint", FilterKind.RANGE),
    DECIMAL("numeric", FilterKind.RANGE),
    /** An amount with a currency. */
    MONEY("numeric", FilterKind.RANGE),
    PERCENT("numeric", FilterKind.RANGE),
    DATE("date", FilterKind.DATE),
    INSTANT("timestamptz", FilterKind.DATE),
    /** One of some values, each with a text. */
    CHOICE("text", FilterKind.CHOICE),
    YES_NO("boolean", FilterKind.YES_NO);

    private final String sqlType;
    private final FilterKind filter;

    ColumnType(String sqlType, FilterKind filter) {
        this.sqlType = sqlType;
        this.filter = filter;
    }

    /** The SQL type a bound value is cast to before it is compared; of the same index family as the column. */
    String sqlType() {
        return sqlType;
    }

    FilterKind filter() {
        return filter;
    }

    /** Whether figures are right-aligned. */
    public boolean isNumeric() {
        return this == INTEGER || this == YEAR || this == DECIMAL || this == MONEY || this == PERCENT;
    }

    /** Whether it holds words, rather than one of a few constants. */
    boolean isText() {
        return "text".equals(sqlType) && this != CHOICE;
    }
}
