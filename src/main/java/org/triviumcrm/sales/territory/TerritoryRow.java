package org.triviumcrm.sales.territory;

import org.jspecify.annotations.Nullable;

/**
 * A territory in the tree as its page shows it.
 *
 * @param depth 0 at the top
 * @param figures together with all below it, as far as the viewer sees them
 */
record TerritoryRow(
        long id,
        String name,
        int depth,
        @Nullable String manager,
        @Nullable String team,
        @Nullable String conditions,
        boolean active,
        boolean leaving,
        TerritoryFigures figures) {}
