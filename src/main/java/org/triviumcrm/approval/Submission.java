package org.triviumcrm.approval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that somebody asks approval for.
 *
 * @param reason what the submitter says to those who decide
 * @param chosen by the key of the step the people whom the submitter chose
 */
public record Submission(
        Proposal proposal, ApprovedAction action, @Nullable String reason, Map<String, List<Long>> chosen) {

    public Submission {
        chosen = Map.copyOf(chosen);
    }
}
