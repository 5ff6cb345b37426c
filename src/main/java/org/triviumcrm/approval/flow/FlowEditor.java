package org.triviumcrm.approval.flow;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.web.Option;

/**
 * What the form of a flow needs beside what is typed.
 *
 * @param id of the flow; 0 for a new one
 * @param settled whether the flow was ever switched on: what it is about stays as it is then
 * @param subject null before one is chosen
 * @param targets where the chosen action can lead; none when there is nothing to choose
 * @param currency of the company
 */
public record FlowEditor(
        long id,
        boolean settled,
        List<Subject> subjects,
        @Nullable FlowSubject subject,
        List<Option> targets,
        FlowWords.Words words,
        List<Option> roles,
        List<Option> teams,
        String currency,
        FlowPreview preview) {

    /** A kind of record and what can be done with it. */
    public record Subject(String label, List<Option> triggers) {}

    public Collection<ConditionField> getFields() {
        return subject == null ? List.of() : subject.fields().values();
    }

    public @Nullable ConditionField field(String key) {
        return subject == null ? null : subject.fields().get(key);
    }

    /** What a person in the form is called. */
    public String person(String id) {
        Long known = StepReading.id(id);
        return known == null ? "" : words.names().person(known);
    }
}
