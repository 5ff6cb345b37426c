package org.triviumcrm.customer;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values of a record's custom fields by their keys, as JSON keeps them: strings, numbers, true and false, arrays of strings.
 * What has no value has no key. Never changes.
 */
public final class CustomValues {

    /** Ends the key under which the currency of an amount is kept. */
    public static final String CURRENCY = "_currency";

    public static final CustomValues NONE = new CustomValues(Map.of());

    private static final TypeReference<Map<String, Object>> JSON = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Map<String, Object> values;

    private CustomValues(Map<String, ?> values) {
        this.values = new TreeMap<>(values);
    }

    public static CustomValues of(Map<String, ?> values) {
        return values.isEmpty() ? NONE : new CustomValues(values);
    }

    /** Reads JSON, such as the column of a row. */
    public static CustomValues valueOf(@Nullable String json) {
        return json == null || json.isBlank() ? NONE : of(MAPPER.readValue(json, JSON));
    }

    /** What a form sent: never null, and blank where nothing was typed in a field that was asked. */
    public static Map<String, String> typed(@Nullable Map<String, @Nullable String> sent) {
        Map<String, String> typed = new Typed();
        if (sent != null) {
            sent.forEach(typed::put);
        }
        return typed;
    }

    /** Spring puts what a request has into it once more, where nothing typed is null. */
    private static final class Typed extends LinkedHashMap<String, String> {

        @Override
        public @Nullable String put(String key, @Nullable String value) {
            return super.put(key, value == null ? "" : value);
        }
    }

    public @Nullable Object get(String key) {
        return values.get(key);
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** As a form shows them: several with commas between them. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        values.forEach((key, value) -> typed.put(key, text(value)));
        return Collections.unmodifiableMap(typed);
    }

    static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** With these in place of those of the same keys; null takes one away. */
    public CustomValues with(Map<String, @Nullable Object> changes) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        changes.forEach((key, value) -> {
            if (value == null || value instanceof List<?> none && none.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        return of(all);
    }

    /** The JSON. */
    @Override
    public String toString() {
        return MAPPER.writeValueAsString(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomValues that && typed().equals(that.typed());
    }

    @Override
    public int hashCode() {
        return typed().hashCode();
    }
}
