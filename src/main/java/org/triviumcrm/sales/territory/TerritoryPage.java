package org.triviumcrm.sales.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree with its figures.
 *
 * @param run what was started last, null for nothing yet
 */
record TerritoryPage(List<TerritoryRow> rows, @Nullable TerritoryRun run) {}
