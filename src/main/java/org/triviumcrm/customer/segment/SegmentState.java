package org.triviumcrm.customer.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a segment, in numbers.
 *
 * @param members how many did when it was last looked
 * @param refreshedAt when that was; null: not yet
 * @param due whether it is about to be looked at anew
 * @param problem message key of why that was not possible; null when it was
 * @param come who belong to it now and did not before some days
 * @param gone who belonged to it and stopped within these days
 */
record SegmentState(
        long members,
        @Nullable Instant refreshedAt,
        boolean due,
        @Nullable String problem,
        long come,
        long gone) {

    static final SegmentState NEW = new SegmentState(0, null, true, null, 0, 0);
}
