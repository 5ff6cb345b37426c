package org.triviumcrm.shared.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row: the record's id and its cells in the order of the columns.
 *
 * @param marked id of the record that the {@link ListMark} of the list leads to, null for rows without it
 */
public record ListRow(
        long id, List<ListCell> cells, @Nullable String marked) {}
