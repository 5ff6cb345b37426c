package org.triviumcrm.shared.list;

import org.jspecify.annotations.Nullable;

/**
 * A value as it came from the database, not yet formatted: String, Long, BigDecimal, LocalDate, Instant or Boolean.
 *
 * @param label what stands for a choice in the reader's language
 * @param currency of an amount
 * @param href where a link leads
 */
public record ListCell(
        ListColumn column,
        @Nullable Object value,
        @Nullable String label,
        @Nullable String currency,
        @Nullable String href) {

    public boolean isEmpty() {
        return value == null;
    }

    /** Whether a typed address is one that can be followed without harm. */
    public boolean isWeb() {
        return value instanceof String text && text.matches("(?i)https?://\\S+");
    }

    public String type() {
        return column.type().name();
    }
}
