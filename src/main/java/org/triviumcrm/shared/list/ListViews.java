package org.triviumcrm.shared.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The saved views to choose from.
 *
 * @param current the one in use, null for none
 * @param changed whether filters, order or columns differ from what it keeps
 * @param mayShare whether the reader may share views with everyone
 * @param opensWith id of the view this person's list opens with, 0 for none
 */
public record ListViews(
        List<Entry> entries, @Nullable Entry current, boolean changed, boolean mayShare, long opensWith, String kept) {

    /** A view to go to; {@code mine} ones can be renamed, overwritten and deleted. */
    public record Entry(long id, String name, String href, boolean shared, boolean mine) {}
}
