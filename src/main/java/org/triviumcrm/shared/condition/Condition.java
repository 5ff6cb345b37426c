package org.triviumcrm.shared.condition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a field.
 *
 * @param field key of the field
 * @param values what it is compared with, as stored: numbers plain with a point ({@code 500000}, money in the currency of the
 *     company), dates as {@code 2026-11-25}, people and teams by id, {@code true} or {@code false}; never formatted for a language
 * @param happening what is counted, of {@link FieldKind#EVENTS}; null of other fields
 */
public record Condition(
        String field,
        Comparison comparison,
        List<String> values,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Happening happening) {

    public Condition {
        values = List.copyOf(values);
    }

    public Condition(String field, Comparison comparison, List<String> values) {
        this(field, comparison, values, null);
    }

    public Condition(String field, Comparison comparison, String... values) {
        this(field, comparison, List.of(values));
    }
}
