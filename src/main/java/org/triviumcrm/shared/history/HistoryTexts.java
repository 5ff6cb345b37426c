package org.triviumcrm.shared.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.history.HistoryEntry.FieldChange;
import org.triviumcrm.shared.history.HistoryEntry.Kind;

/** Puts rows of changed fields together into entries, with labels and values as people read them. */
@Component
class HistoryTexts {

    private record Field(String label, String kind) {}

    private final HistoryValues values;
    private final MessageSource messages;

    HistoryTexts(HistoryValues values, MessageSource messages) {
        this.values = values;
        this.messages = messages;
    }

    /** From rows in which those of one revision and record stand together. */
    List<HistoryEntry> entries(List<HistoryRow> rows, Locale locale) {
        HistoryValues.Named names = names(rows, locale);
        Map<List<Object>, List<HistoryRow>> grouped = new LinkedHashMap<>();
        for (HistoryRow row : rows) {
            grouped.computeIfAbsent(
                            List.of(row.revision(), row.table().table(), row.recordId()), key -> new ArrayList<>())
                    .add(row);
        }
        return grouped.values().stream()
                .map(group -> entry(group, names, locale))
                .filter(entry -> entry.kind() != Kind.CHANGED || !entry.fields().isEmpty())
                .toList();
    }

    private HistoryEntry entry(List<HistoryRow> group, HistoryValues.Named names, Locale locale) {
        HistoryRow first = group.get(0);
        String person = first.personId() == null ? null : names.name("person", first.personId());
        return new HistoryEntry(
                first.revision(),
                first.at(),
                first.personId(),
                person,
                cause(first.cause(), locale),
                first.table().label(),
                first.recordId(),
                first.recordName(),
                first.table().path().replace("{id}", Long.toString(first.recordId())),
                Kind.values()[first.kind()],
                changes(group, names, locale));
    }

    /** A cause is a message key and, after a #, what it names. */
    private @Nullable String cause(@Nullable String cause, Locale locale) {
        if (cause == null) {
            return null;
        }
        String[] parts = cause.split("#", 2);
        return messages.getMessage(parts[0], new Object[] {parts.length == 1 ? "" : parts[1]}, cause, locale);
    }

    private List<FieldChange> changes(List<HistoryRow> group, HistoryValues.Named names, Locale locale) {
        Map<Field, FieldChange> changes = new LinkedHashMap<>();
        fields(group.get(0).table())
                .forEach((column, field) -> group.stream()
                        .filter(row -> column.equals(row.field()))
                        .forEach(row -> changes.merge(
                                field,
                                new FieldChange(
                                        Objects.requireNonNull(
                                                messages.getMessage(field.label(), null, field.label(), locale)),
                                        names.text(row.before(), field.kind()),
                                        names.text(row.after(), field.kind())),
                                HistoryTexts::together)));
        return List.copyOf(changes.values());
    }

    private static FieldChange together(FieldChange one, FieldChange other) {
        BinaryOperator<@Nullable String> join =
                (left, right) -> left == null ? right : right == null ? left : left + ", " + right;
        return new FieldChange(
                one.label(), join.apply(one.before(), other.before()), join.apply(one.after(), other.after()));
    }

    private Map<String, Field> fields(HistoryTable table) {
        Map<String, Field> fields = new LinkedHashMap<>();
        table.fields().forEach(field -> fields.put(field.column(), new Field(field.label(), field.kind())));
        table.sets().forEach(set -> fields.put(set.auditTable(), new Field(set.label(), set.kind())));
        return fields;
    }

    /** All names that the rows need. */
    private HistoryValues.Named names(List<HistoryRow> rows, Locale locale) {
        HistoryValues.Wanted wanted = values.wanted();
        for (HistoryRow row : rows) {
            if (row.personId() != null) {
                wanted.add("person", row.personId().toString());
            }
            Field field = fields(row.table()).get(row.field());
            if (field != null) {
                wanted.add(field.kind(), row.before());
                wanted.add(field.kind(), row.after());
            }
        }
        return wanted.in(locale);
    }
}
