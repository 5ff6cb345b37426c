package org.triviumcrm.approval.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of several decisions, the longest waiting first.
 *
 * @param gone how many of those chosen are not the viewer's any more
 */
public record DecisionResult(boolean approved, List<Outcome> outcomes, int gone) {

    /** @param refused message key of why it was not decided; null when it was */
    public record Outcome(ChosenTask task, @Nullable String refused) {}

    public DecisionResult {
        outcomes = List.copyOf(outcomes);
    }

    public List<Outcome> done() {
        return outcomes.stream().filter(outcome -> outcome.refused() == null).toList();
    }

    public List<Outcome> refused() {
        return outcomes.stream().filter(outcome -> outcome.refused() != null).toList();
    }

    /** Whether every one of them was decided as asked. */
    public boolean isAllDone() {
        return gone == 0 && refused().isEmpty();
    }
}
