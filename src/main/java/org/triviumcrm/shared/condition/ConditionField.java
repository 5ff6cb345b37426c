package org.triviumcrm.shared.condition;

import java.util.List;
import java.util.function.Supplier;
import org.triviumcrm.shared.web.Option;

/**
 * A field as a form offers it.
 *
 * @param label in the reader's language
 * @param choices what there is to choose from for choices, trees, teams and yes or no; asked for only where it is shown
 */
public record ConditionField(String key, String label, FieldKind kind, Supplier<List<Option>> choices) {

    public List<Option> getOptions() {
        return choices.get();
    }

    public List<Comparison> getComparisons() {
        return Comparison.of(kind);
    }

    /** What a choice is called; the value itself when it is not on offer any more. */
    public String named(String value) {
        return choices.get().stream()
                .filter(option -> option.value().toString().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value);
    }
}
