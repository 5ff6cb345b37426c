package org.triviumcrm.shared.list;

/**
 * A row as {@code kit:row} draws it.
 *
 * @param selectable whether it can be ticked
 */
public record DrawnRow(ListPage page, ListRow row, boolean selectable) {}
