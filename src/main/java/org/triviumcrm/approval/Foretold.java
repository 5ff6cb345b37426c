package org.triviumcrm.approval;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of something that somebody is only about to do, so that a form can say it before it is filled in.
 *
 * @param needed the approval that it would need, with whom that would ask; null when it needs none
 * @param openCase id of a case that has to be finished first; null when there is none
 * @param remark what is to be changed before it is asked for again; null when it was not returned
 */
public record Foretold(
        @Nullable ApprovalNeeded needed, @Nullable Long openCase, WaitingCase.@Nullable Remark remark) {}
