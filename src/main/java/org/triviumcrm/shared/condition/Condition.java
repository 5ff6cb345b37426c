package org.triviumcrm.shared.condition;

import java.util.List;

/**
 * One comparison of a field.
 *
 * @param field key of the field
 * @param values what it is compared with, as stored: numbers plain with a point ({@code 500000}, money in the currency of the
 *     company), dates as {@code 2026-11-25}, people and teams by id, {@code true} or {@code false}; never formatted for a language
 */
public record Condition(String field, Comparison comparison, List<String> values) {

    public Condition {
        values = List.copyOf(values);
    }

    public Condition(String field, Comparison comparison, String... values) {
        this(field, comparison, List.of(values));
    }
}
