package org.triviumcrm.sales.pool;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.BulkRefusal;

/**
 * What somebody may still take out of a pool.
 *
 * @param mostHeld open opportunities at most, null for any number
 * @param held those that the person has
 * @param mostClaims claims a day at most, null for any number
 * @param claimed those of today
 * @param again the first day on which the person may have what it lost, null when it lost nothing
 */
record Allowance(
        @Nullable Integer mostHeld,
        long held,
        @Nullable Integer mostClaims,
        long claimed,
        @Nullable LocalDate again) {

    /** Why one more can't be taken on this day; null when it can. */
    @Nullable
    BulkRefusal refusal(LocalDate today) {
        if (again != null && again.isAfter(today)) {
            return new BulkRefusal("sales.pool.error.resting", again.toString());
        }
        if (mostHeld != null && held >= mostHeld) {
            return new BulkRefusal("sales.pool.error.mostHeld", mostHeld.toString());
        }
        if (mostClaims != null && claimed >= mostClaims) {
            return new BulkRefusal("sales.pool.error.mostClaims", mostClaims.toString());
        }
        return null;
    }
}
