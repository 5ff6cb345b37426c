package org.triviumcrm.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flow that an action has to pass.
 *
 * @param steps those that apply to the record as it would be, in order; none when everybody is left out by the flow's rules
 * @param choosing keys of the steps whose approvers the submitter chooses
 */
public record Requirement(
        long flowVersionId,
        String flowName,
        String trigger,
        @Nullable Long target,
        List<Asked> steps,
        List<String> choosing) {

    /** A step that applies, and who would be asked now. */
    public record Asked(String key, String name, List<String> people) {}

    public Requirement {
        steps = List.copyOf(steps);
        choosing = List.copyOf(choosing);
    }
}
