package org.triviumcrm.marketing.mining;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.tree.AttributeCheck;

/**
 * An attribute to choose.
 *
 * @param check what its values look like beside the outcome; null for one that must not be used, which is not looked at
 */
public record OfferedAttribute(
        MiningAttribute attribute, @Nullable AttributeCheck check) {

    /** Proposed, unless there is a reason against it. */
    public boolean proposed() {
        return check != null && !check.leaks() && check.values() > 1 && check.filled() > 0;
    }
}
