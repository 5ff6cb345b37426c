package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.format.Format;

/**
 * A value as it came from the database, not yet formatted: String, Long, BigDecimal, LocalDate, Instant or Boolean.
 *
 * @param label what stands for a choice, or for yes and no, in the reader's language
 * @param currency of an amount
 * @param href where a link leads
 */
public record ListCell(
        ListColumn column,
        @Nullable Object value,
        @Nullable String label,
        @Nullable String currency,
        @Nullable String href) {

    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    public boolean isEmpty() {
        return value == null;
    }

    /** The value in words and signs of the reader's language; a moment is shown by how long ago it was instead. */
    public String text(Format format) {
        if (value == null || label != null) {
            return label == null ? "" : label;
        }
        return switch (column.type()) {
            case INTEGER, DECIMAL -> format.number((Number) value);
            case PERCENT -> format.percent((BigDecimal) value);
            case MONEY -> format.money((BigDecimal) value, currency);
            case DATE -> format.date((LocalDate) value);
            default -> value.toString();
        };
    }

    /** Whether its text is all there is to show. */
    public boolean isPlain() {
        return value == null || (link() == null && website() == null && badge() == null && !isMoment());
    }

    /** A page of Trivium, or what a mail program or a telephone takes. */
    public @Nullable String link() {
        return switch (column.type()) {
            case LINK -> href;
            case EMAIL -> "mailto:" + value;
            case PHONE -> "tel:" + String.valueOf(value).replace(" ", "");
            default -> null;
        };
    }

    /** A typed address of somebody else's page, when it can be followed without harm. */
    public @Nullable String website() {
        return column.type() == ColumnType.URL
                        && WEB.matcher(String.valueOf(value)).matches()
                ? String.valueOf(value)
                : null;
    }

    public boolean isMoment() {
        return value instanceof Instant;
    }

    /** Whether it says by when something was to be done, and that time is over. */
    public boolean isLate(Format format) {
        return column.isDeadline() && value instanceof Instant due && format.isPast(due);
    }

    /** The state that a badge shows, which gives it its colour. */
    public @Nullable String badge() {
        return column.isBadge() ? String.valueOf(value).toLowerCase(Locale.ROOT) : null;
    }
}
