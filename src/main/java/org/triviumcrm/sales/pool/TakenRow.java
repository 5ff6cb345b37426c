package org.triviumcrm.sales.pool;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.BulkRefusal;

/**
 * What became of one that was to be taken out of a pool.
 *
 * @param name null where it is in no pool that the viewer sees
 * @param refusal why it stays there, null when it was taken
 */
public record TakenRow(
        long id, @Nullable String name, @Nullable BulkRefusal refusal) {

    public boolean isTaken() {
        return refusal == null;
    }
}
