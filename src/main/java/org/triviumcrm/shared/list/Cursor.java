package org.triviumcrm.shared.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A row's place in an order: its sort value as PostgreSQL writes it, and its id. It stands in the address as one opaque
 * word; what can't be read is no cursor, and the list begins at its start.
 */
record Cursor(@Nullable String value, long id) {

    private static final int LONGEST = 2000;

    String encode() {
        String text = id + (value == null ? "" : ":" + value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Cursor decode(@Nullable String encoded) {
        if (encoded == null || encoded.length() > LONGEST) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            long id = Long.parseLong(colon < 0 ? text : text.substring(0, colon));
            String value = colon < 0 ? null : text.substring(colon + 1).replace("\0", "");
            return new Cursor(value, id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the value can be cast to what the list is sorted by; an address may have been edited. */
    boolean fits(SortKey key) {
        if (value == null) {
            return key.nullable();
        }
        return switch (key.sqlType()) {
            case "bigint" -> value.matches("-?\\d{1,18}");
            case "numeric" -> value.matches("-?\\d{1,25}(\\.\\d{1,10})?");
            case "date" -> value.matches("\\d{4}-\\d\\d-\\d\\d");
            case "timestamptz" ->
                value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?[+-]\\d\\d(:\\d\\d)?");
            case "boolean" -> value.matches("true|false");
            default -> true;
        };
    }
}
