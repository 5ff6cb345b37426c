package org.triviumcrm.approval.rule;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom approvers are looked up.
 *
 * @param teamId of the record; null when it belongs to none
 * @param chosen whom the submitter chose for the step; none unless the step leaves it to the submitter
 * @param approved who has approved in an earlier step of the same round
 */
public record Asking(long submitterId, @Nullable Long teamId, List<Long> chosen, Set<Long> approved) {

    public Asking {
        chosen = List.copyOf(chosen);
        approved = Set.copyOf(approved);
    }
}
