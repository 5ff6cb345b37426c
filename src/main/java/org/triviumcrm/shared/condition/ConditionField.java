package org.triviumcrm.shared.condition;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Option;

/**
 * A field as a form offers it.
 *
 * @param label in the reader's language
 * @param choices what there is to choose from for choices, trees, teams and yes or no; asked for only where it is shown
 * @param search address of the typed search where that is too much to list, null where it is listed
 * @param names what a value is called that was found by typing; the value itself when there is no such any more
 */
public record ConditionField(
        String key,
        String label,
        FieldKind kind,
        Supplier<List<Option>> choices,
        @Nullable String search,
        UnaryOperator<String> names) {

    /** One whose choices are listed. */
    public ConditionField(String key, String label, FieldKind kind, Supplier<List<Option>> choices) {
        this(key, label, kind, choices, null, UnaryOperator.identity());
    }

    public List<Option> getOptions() {
        return choices.get();
    }

    public List<Comparison> getComparisons() {
        return Comparison.of(kind);
    }

    /** What a choice is called; the value itself when it is not on offer any more. */
    public String named(String value) {
        if (search != null) {
            return names.apply(value);
        }
        return choices.get().stream()
                .filter(option -> option.value().toString().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value);
    }
}
