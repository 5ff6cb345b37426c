package org.triviumcrm.shared.list;

/** A column and its direction, written {@code amount} or {@code -amount}. */
public record SortOrder(String column, boolean descending) {

    static SortOrder parse(String text) {
        return text.startsWith("-") ? new SortOrder(text.substring(1), true) : new SortOrder(text, false);
    }

    @Override
    public String toString() {
        return descending ? "-" + column : column;
    }
}
