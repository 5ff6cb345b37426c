package org.triviumcrm.shared.condition;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import org.triviumcrm.shared.format.TypedNumber;

/** Between what people type for a value and what is stored. */
public final class TypedValue {

    private TypedValue() {}

    /** As stored: {@code 500000} for 500,000, full-width digits included; what can't be read stays as it was typed. */
    public static String stored(FieldKind kind, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (kind.type() != BigDecimal.class) {
            return kind == FieldKind.TEXT ? typed.strip() : text;
        }
        return TypedNumber.plain(text.replace("%", ""));
    }

    /** As typed: numbers with thousands set off. */
    public static String shown(FieldKind kind, String stored) {
        Object value = ConditionValue.read(kind, stored);
        if (value instanceof BigDecimal number) {
            return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
        }
        return stored;
    }
}
