package org.triviumcrm.sales.territory;

import org.jspecify.annotations.Nullable;

/**
 * Where what lies in a territory goes when that is removed, as typed.
 *
 * @param toId null for wherever the rules put it
 */
record RemoveTerritory(@Nullable Long toId) {}
