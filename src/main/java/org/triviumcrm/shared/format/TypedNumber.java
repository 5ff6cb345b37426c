package org.triviumcrm.shared.format;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people type them: thousands set off by commas or blanks, full-width digits. A comma anywhere else is
 * refused, for 12,5 means another number to half of the world than to the other.
 */
public final class TypedNumber {

    /** More digits than any amount has; a number like 1e999999999 would take the memory of the whole machine. */
    private static final int LONGEST = 40;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d*)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f_']");

    private TypedNumber() {}

    /** Without what sets off thousands; what is no number stays one that can't be read. */
    public static String plain(String typed) {
        String text = BLANKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
    }

    /**
     * The number; null when nothing was typed.
     *
     * @throws NumberFormatException when it is none, has more than 40 characters or an exponent
     */
    public static @Nullable BigDecimal read(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        String plain = plain(typed);
        if (plain.length() > LONGEST || !NUMBER.matcher(plain).matches()) {
            throw new NumberFormatException(typed);
        }
        return new BigDecimal(plain);
    }

    /**
     * The whole number; null when nothing was typed.
     *
     * @throws NumberFormatException when it is none or has more than 19 digits
     */
    public static @Nullable Long whole(String typed) {
        return typed.isBlank() ? null : Long.valueOf(plain(typed));
    }
}
