package org.triviumcrm.sales.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * Into another territory, as chosen.
 *
 * @param territoryId null for where the rules put it
 */
record PlaceOpportunity(@Nullable Long territoryId) {}
