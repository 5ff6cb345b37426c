package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule asks of one attribute. Numbers: above one bound, up to another. Choices: one of the values, or none of them.
 *
 * @param attribute its place
 * @param above numbers must be larger; null for no bound
 * @param upTo numbers must be at most this; null for no bound
 * @param unknown whether what is not known fits
 * @param known whether anything known can fit
 * @param only the one value that fits; null for several
 * @param never values that do not fit
 */
public record Condition(
        int attribute,
        @Nullable Double above,
        @Nullable Double upTo,
        boolean unknown,
        boolean known,
        @Nullable String only,
        List<String> never) {

    public Condition {
        never = List.copyOf(never);
    }

    static Condition anything(int attribute) {
        return new Condition(attribute, null, null, true, true, null, List.of());
    }

    Condition number(@Nullable Double threshold, boolean match) {
        if (threshold == null) {
            return match
                    ? new Condition(attribute, null, null, true, false, null, never)
                    : new Condition(attribute, above, upTo, false, known, null, never);
        }
        return match
                ? new Condition(attribute, above, lower(upTo, threshold), unknown, known, null, never)
                : new Condition(attribute, higher(above, threshold), upTo, false, known, null, never);
    }

    Condition choice(@Nullable String value, boolean match) {
        if (value == null) {
            return match
                    ? new Condition(attribute, null, null, true, false, null, List.of())
                    : new Condition(attribute, null, null, false, known, only, never);
        }
        if (match) {
            return new Condition(attribute, null, null, false, true, value, List.of());
        }
        List<String> not = new ArrayList<>(never);
        not.add(value);
        return new Condition(attribute, null, null, unknown, known, only, not);
    }

    public boolean matches(AttributeKind kind, Row row) {
        if (kind.isNumber()) {
            double number = row.number(attribute);
            if (Double.isNaN(number)) {
                return unknown;
            }
            return known && (above == null || number > above) && (upTo == null || number <= upTo);
        }
        String text = row.text(attribute);
        if (text == null) {
            return unknown;
        }
        return known && (only == null || only.equals(text)) && !never.contains(text);
    }

    private static double lower(@Nullable Double bound, double other) {
        return bound == null ? other : Math.min(bound, other);
    }

    private static double higher(@Nullable Double bound, double other) {
        return bound == null ? other : Math.max(bound, other);
    }
}
