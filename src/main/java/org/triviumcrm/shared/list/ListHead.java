package org.triviumcrm.shared.list;

import org.jspecify.annotations.Nullable;

/**
 * The head of a column.
 *
 * @param href address of the list sorted by it, the other way round if it is so already; null: can't be sorted by
 * @param direction {@code ascending}, {@code descending} or {@code none}, as aria-sort has it
 */
public record ListHead(
        ListColumn column, String title, @Nullable String href, String direction) {

    private static final String ONE_LINE = "list-one-line";

    /** Classes of the column's cells; what a record is called keeps its room, and on a small screen the first column is the title of each card. */
    public String look(boolean first) {
        String look = switch (column.type()) {
            case INTEGER, YEAR, DECIMAL, MONEY, PERCENT -> "num";
            case DATE -> ONE_LINE;
            case LINK ->
                column.key().equals("number") ? ONE_LINE : column.key().equals("name") ? "list-title" : "list-link";
            default -> column.key().equals("name") ? "list-title" : column.key().equals("number") ? ONE_LINE : "";
        };
        return first ? look + " card-title-cell" : look;
    }
}
