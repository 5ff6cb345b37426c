package org.triviumcrm.shared.list;

import java.util.List;
import java.util.Map;

/**
 * Rows of a list in another view, such as a board: what its address asks, in SQL and in words.
 *
 * @param query the same for addresses of the list and of the view
 * @param sql over the alias of the list's own table, with what the reader may see
 * @param chips each leads to the view without that filter
 */
public record NarrowedRows(ListQuery query, String sql, Map<String, Object> parameters, List<ListChip> chips) {

    public NarrowedRows {
        parameters = Map.copyOf(parameters);
        chips = List.copyOf(chips);
    }
}
