package org.triviumcrm.approval.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/**
 * A kind of record that can need an approval, as the designer offers it to a reader.
 *
 * @param label in the reader's language
 * @param fields what conditions may look at, by key, in the order of the form
 */
public record FlowSubject(
        ApprovalSubject subject, String label, Map<String, ConditionField> fields, List<Trigger> triggers) {

    /**
     * Something that can need an approval.
     *
     * @param targets where it can lead; empty when there is nothing to choose
     */
    public record Trigger(String key, String label, Supplier<List<Option>> targets, boolean leads) {

        /** What the target is called; the id when it is gone. */
        public String target(@Nullable Long id) {
            return named(id).orElse(String.valueOf(id));
        }

        /** Whether it leads nowhere any more: a stage that was removed, say. */
        boolean isGone(@Nullable Long id) {
            return leads && id != null && named(id).isEmpty();
        }

        private Optional<String> named(@Nullable Long id) {
            return targets.get().stream()
                    .filter(option -> String.valueOf(option.value()).equals(String.valueOf(id)))
                    .map(Option::text)
                    .findFirst();
        }
    }

    public String type() {
        return subject.type();
    }

    Optional<Trigger> trigger(String key) {
        return triggers.stream().filter(trigger -> trigger.key().equals(key)).findFirst();
    }

    public Map<String, FieldKind> kinds() {
        return fields.values().stream()
                .collect(Collectors.toUnmodifiableMap(ConditionField::key, ConditionField::kind));
    }
}
