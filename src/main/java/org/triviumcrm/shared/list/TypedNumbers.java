package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them into filters: thousands with commas or spaces. */
final class TypedNumbers {

    private static final int LONGEST = 30;

    private TypedNumbers() {}

    /** Null when nothing was typed. */
    static @Nullable Long integer(String text) {
        return text.isEmpty() ? null : Long.valueOf(plain(text));
    }

    /** Null when nothing was typed. */
    static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(plain(text));
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[,\\s_']", "");
        if (plain.length() > LONGEST || plain.matches(".*[eE].*")) {
            throw new NumberFormatException(text);
        }
        return plain;
    }
}
