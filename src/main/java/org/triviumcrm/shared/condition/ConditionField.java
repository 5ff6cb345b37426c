package org.triviumcrm.shared.condition;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
 * @param heading what it is shown under, where there are many; null where there are few
 * @param thing what {@link FieldKind#EVENTS} can be about, a choice; null where they are about nothing that is told apart
 */
public record ConditionField(
        String key,
        String label,
        FieldKind kind,
        Supplier<List<Option>> choices,
        @Nullable String search,
        UnaryOperator<String> names,
        @Nullable String heading,
        @Nullable ConditionField thing) {

    /** One whose choices are found by typing. */
    public ConditionField(
            String key,
            String label,
            FieldKind kind,
            Supplier<List<Option>> choices,
            @Nullable String search,
            UnaryOperator<String> names) {
        this(key, label, kind, choices, search, names, null, null);
    }

    /** One whose choices are listed. */
    public ConditionField(String key, String label, FieldKind kind, Supplier<List<Option>> choices) {
        this(key, label, kind, choices, null, UnaryOperator.identity());
    }

    /** One that is typed: numbers, days, texts. */
    public static ConditionField typed(String key, String label, FieldKind kind) {
        return new ConditionField(key, label, kind, List::of);
    }

    /** A choice of what is found by typing. */
    public static ConditionField found(String key, String label, String search, UnaryOperator<String> names) {
        return new ConditionField(key, label, FieldKind.CHOICE, List::of, search, names);
    }

    /** The same under a heading. */
    public ConditionField under(String heading) {
        return new ConditionField(key, label, kind, choices, search, names, heading, thing);
    }

    /** The same for somebody who may not know what is chosen: all of it is called like this. */
    public ConditionField unnamed(String name) {
        return new ConditionField(key, label, kind, choices, search, value -> name, heading, thing);
    }

    /** The same, happening with a thing. */
    public ConditionField with(ConditionField thing) {
        return new ConditionField(key, label, kind, choices, search, names, heading, thing);
    }

    /** The headings of some, in their order. */
    public static List<String> headings(Collection<ConditionField> fields) {
        return fields.stream()
                .map(ConditionField::heading)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
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
