package org.triviumcrm.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flow that an action has to pass.
 *
 * @param steps those that apply to the record as it would be, in order; none when everybody is left out by the flow's rules
 * @param choosing keys of the steps whose approvers the submitter chooses
 * @param since when the flow was switched on, whatever its versions since
 */
public record Requirement(
        long flowVersionId,
        String flowName,
        String trigger,
        @Nullable Long target,
        List<Asked> steps,
        List<String> choosing,
        Instant since) {

    /**
     * A step that applies; the rest only where it was wanted.
     *
     * @param people who would be asked now, by name
     * @param choices address of the typed search among those whom the submitter may choose; null where it is not left to the submitter
     */
    public record Asked(
            String key,
            String name,
            List<String> people,
            @Nullable String choices) {}

    public Requirement {
        steps = List.copyOf(steps);
        choosing = List.copyOf(choosing);
    }
}
