package org.triviumcrm.approval;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is about to do with a record.
 *
 * @param after the record as it would be
 * @param trigger key of the {@link ApprovalTrigger}
 * @param target where it leads, for triggers with targets
 */
public record Proposal(
        String type,
        SubjectState after,
        String trigger,
        @Nullable Long target) {}
