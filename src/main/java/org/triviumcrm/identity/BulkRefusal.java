package org.triviumcrm.identity;

import org.jspecify.annotations.Nullable;

/**
 * Why something was not done with a record.
 *
 * @param reason message key
 * @param argument what the message names, such as a flow; null when it names nothing
 */
public record BulkRefusal(String reason, @Nullable String argument) {

    /** It does not exist any more, or the viewer does not see it. */
    public static final BulkRefusal GONE = of("identity.bulk.refused.gone");

    public static BulkRefusal of(String reason) {
        return new BulkRefusal(reason, null);
    }
}
