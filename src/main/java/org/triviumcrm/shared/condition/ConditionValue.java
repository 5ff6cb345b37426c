package org.triviumcrm.shared.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what a condition compares with, as it is stored. */
public final class ConditionValue {

    /** More digits than any amount has; a number like 1e999999999 would take the memory of the whole machine. */
    private static final int LONGEST_NUMBER = 40;

    private ConditionValue() {}

    /** In the class of the kind; null when the text does not fit it. */
    public static @Nullable Object read(FieldKind kind, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return switch (kind) {
                case MONEY, NUMBER, PERCENT, EVENTS -> number(text.strip());
                case DATE -> LocalDate.parse(text.strip());
                case TEXT, CHOICE, SEVERAL -> text.strip();
                case TREE, TEAM, PERSON, RECORD -> Long.valueOf(text.strip());
                case BOOLEAN -> truth(text.strip());
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable BigDecimal number(String text) {
        return text.length() > LONGEST_NUMBER || !text.matches("-?\\d+([.]\\d+)?") ? null : new BigDecimal(text);
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }
}
