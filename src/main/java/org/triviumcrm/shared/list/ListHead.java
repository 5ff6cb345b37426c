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

    /** Classes of the column's cells; what a record is called keeps its room, and on a small screen the first column is the title of each card. */
    public String look(boolean first) {
        String look = column.type().isNumeric() ? "num" : column.key().equals("name") ? "list-title" : "";
        return first ? look + " card-title-cell" : look;
    }
}
