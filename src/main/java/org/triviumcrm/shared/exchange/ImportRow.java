package org.triviumcrm.shared.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of a file as read: values by field, empty cells left out, and what became of it. */
public final class ImportRow {

    private final long line;
    private final Map<String, Object> values;
    private final List<ImportEffect> effects = new ArrayList<>(1);
    private List<ImportTwin> twins = List.of();
    private @Nullable Refusal refusal;

    /**
     * Why a row was not imported.
     *
     * @param field whose name is the message's first argument; empty when the whole row is meant
     */
    public record Refusal(String messageKey, String field, List<String> arguments) {}

    public ImportRow(long line, Map<String, Object> values) {
        this.line = line;
        this.values = values;
    }

    public long line() {
        return line;
    }

    public Map<String, Object> values() {
        return values;
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public @Nullable Long id(String field) {
        return (Long) values.get(field);
    }

    public @Nullable BigDecimal decimal(String field) {
        return (BigDecimal) values.get(field);
    }

    public @Nullable LocalDate date(String field) {
        return (LocalDate) values.get(field);
    }

    /** @param zone in which times without an offset are meant */
    public @Nullable Instant instant(String field, ZoneId zone) {
        Object value = values.get(field);
        if (value instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        return value instanceof OffsetDateTime exact ? exact.toInstant() : null;
    }

    /** A record was created or changed for this row. */
    public void done(ImportEffect effect) {
        effects.add(effect);
    }

    /** The row is not imported; the first reason counts. */
    public void refuse(String messageKey, String field, Object... arguments) {
        if (refusal == null) {
            refusal = new Refusal(
                    messageKey,
                    field,
                    Stream.of(arguments).map(Object::toString).toList());
        }
    }

    /** The row looks like these records, whatever becomes of it. */
    public void resembles(List<ImportTwin> records) {
        twins = List.copyOf(records);
    }

    public List<ImportTwin> twins() {
        return twins;
    }

    public List<ImportEffect> effects() {
        return effects;
    }

    public @Nullable Refusal refusal() {
        return refusal;
    }
}
