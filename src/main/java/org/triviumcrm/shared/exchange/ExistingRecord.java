package org.triviumcrm.shared.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as it is before an import changes it, each column as text. */
public record ExistingRecord(long id, int version, Map<String, @Nullable String> columns) {

    public @Nullable String text(String column) {
        return columns.get(column);
    }

    public @Nullable Long number(String column) {
        String text = columns.get(column);
        return text == null ? null : Long.valueOf(text);
    }

    /**
     * The columns that a row changes.
     *
     * @param wanted values of the row by column
     * @param fields the field behind each column
     */
    public Map<String, Object> changes(Map<String, Object> wanted, Map<String, String> fields, ImportContext context) {
        Map<String, Object> changes = new LinkedHashMap<>();
        wanted.forEach((column, value) -> {
            String now = columns.get(column);
            FieldMode mode = context.mode(fields.getOrDefault(column, column));
            boolean free =
                    mode == FieldMode.OVERWRITE || (mode == FieldMode.FILL_EMPTY && (now == null || now.isBlank()));
            if (free && !same(now, value)) {
                changes.put(column, value);
            }
        });
        return changes;
    }

    static boolean same(@Nullable String now, Object value) {
        if (now == null) {
            return false;
        }
        if (value instanceof Boolean yes) {
            return now.equals(yes ? "t" : "f");
        }
        return value instanceof BigDecimal number
                ? number.compareTo(new BigDecimal(now)) == 0
                : now.equals(value.toString());
    }
}
