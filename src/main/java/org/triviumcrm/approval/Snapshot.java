package org.triviumcrm.approval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What approvers see of a record, as it was when it was submitted; each reads it in the own language. */
public record Snapshot(List<Line> lines) {

    /** What the values of a line are, and how they are written. */
    public enum Kind {
        /** As it is read. */
        TEXT,
        /** As in {@code 2026-11-28}. */
        DATE,
        /** Amount and currency, as in {@code 1234.50 EUR}. */
        MONEY,
        /** Keys of messages, joined by spaces. */
        MESSAGES
    }

    /**
     * One fact.
     *
     * @param label message key of what it is
     * @param before as its kind says; null when unknown, or when the action does not change it
     * @param after as its kind says; null when unknown
     * @param changed whether the action changes it
     * @param kind null in older ones, whose values are texts in the submitter's language
     */
    public record Line(
            String label,
            @Nullable String before,
            @Nullable String after,
            boolean changed,
            @Nullable Kind kind) {

        /** The same with both values in a reader's words. @param words of a value of a kind that is no text */
        public Line in(BiFunction<Kind, String, String> words) {
            Kind written = kind;
            if (written == null || written == Kind.TEXT) {
                return this;
            }
            return new Line(
                    label,
                    before == null ? null : words.apply(written, before),
                    after == null ? null : words.apply(written, after),
                    changed,
                    Kind.TEXT);
        }
    }

    public Snapshot {
        lines = List.copyOf(lines);
    }

    /** Those that the action changes. */
    public List<Line> changes() {
        return lines.stream().filter(Line::changed).toList();
    }

    /** A day as {@link Kind#DATE}. */
    public static @Nullable String date(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** An amount as {@link Kind#MONEY}. */
    public static @Nullable String money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString() + " " + currency;
    }
}
