package org.triviumcrm.shared.list;

import java.util.List;

/** One row: the record's id and its cells in the order of the columns. */
public record ListRow(long id, List<ListCell> cells) {}
