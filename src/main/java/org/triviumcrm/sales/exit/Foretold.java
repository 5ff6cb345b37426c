package org.triviumcrm.sales.exit;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.ApprovalNeeded;

/**
 * What stands in the way of something that somebody is only about to do, so that a form can say it before it is filled in.
 *
 * @param needed the approval that it would need, with whom that would ask; null when it needs none
 * @param openCase id of a case that has to be finished first; null when there is none
 */
public record Foretold(
        @Nullable ApprovalNeeded needed, @Nullable Long openCase) {}
