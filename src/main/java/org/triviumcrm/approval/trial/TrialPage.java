package org.triviumcrm.approval.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.flow.Flow;
import org.triviumcrm.approval.flow.FlowVersion;
import org.triviumcrm.approval.flow.FlowWords;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.web.Option;

/**
 * The page on which a flow is tried out.
 *
 * @param type of the records, for the search
 * @param record the chosen one; null before one is chosen
 * @param submitter who would ask
 * @param fields what the flow looks at
 * @param targets where the action could lead; none when the flow says it, or when it leads nowhere
 * @param currency of the company
 * @param result null before a record is chosen, or when something typed can't be read
 */
public record TrialPage(
        Flow flow,
        FlowVersion version,
        List<FlowVersion> versions,
        String type,
        String label,
        @Nullable Option record,
        Option submitter,
        List<ConditionField> fields,
        List<Option> targets,
        String currency,
        FlowWords.Words words,
        @Nullable TrialResult result) {

    /** What a person in the form is called. */
    public String person(String id) {
        return id.matches("\\d{1,18}") ? words.names().person(Long.parseLong(id)) : id;
    }
}
