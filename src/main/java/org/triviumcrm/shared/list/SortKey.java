package org.triviumcrm.shared.list;

/**
 * What a list is sorted by, over the noun's own table. Its index is plain: {@code (expression, id)}; for texts
 * {@code (x COLLATE trivium_words, id)}.
 *
 * @param nullable rows without a value come last in both directions
 */
record SortKey(String expression, String sqlType, boolean nullable) {

    static SortKey of(String sql, ColumnType type, boolean nullable) {
        return new SortKey(type.isText() ? inWords(sql) : sql, type.sqlType(), nullable);
    }

    /**
     * The order among texts that begin alike: the one of the index that finds them, so that a page is read from it
     * without sorting all that begin with "A".
     */
    static SortKey ofBeginning(String sql) {
        return new SortKey(folded(sql), "text", false);
    }

    /** A text in the order people expect of words. */
    static String inWords(String sql) {
        return sql + " collate trivium_words";
    }

    /** A text without regard to case, in an order that can find a beginning; its index: {@code (lower(x) COLLATE "C", id)}. */
    static String folded(String sql) {
        return "lower(" + sql + ") collate \"C\"";
    }
}
