package org.triviumcrm.shared.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Of what, and within how long, something has to have happened that a condition counts.
 *
 * @param thing id of what it was about, such as a product; empty where any counts
 * @param days the last so many days count, today included; empty where all time does
 */
public record Happening(String thing, String days) {

    /** Ten years: nobody asks for more, and a day before all days could not be reckoned. */
    public static final int MOST_DAYS = 3_653;

    /** Ever, with anything. */
    public static final Happening EVER = new Happening("", "");

    /** How many days count; null where all do, or where what was typed can't be read. */
    public @Nullable Integer within() {
        Object read = ConditionValue.read(FieldKind.NUMBER, days);
        return read instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0
                        && number.signum() > 0
                        && number.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0
                ? Integer.valueOf(number.intValueExact())
                : null;
    }

    /** Whether it can be asked. */
    boolean isReadable() {
        return days.isBlank() || within() != null;
    }
}
