package org.triviumcrm.shared.history;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.history.HistoryEntry.FieldChange;
import org.triviumcrm.shared.history.HistoryEntry.Kind;

/** Puts rows of changed fields together into entries, with labels and values as people read them. */
@Component
class HistoryTexts {

    private record Field(String label, String kind) {}

    private final Map<String, HistoryNames> resolvers = new HashMap<>();
    private final MessageSource messages;

    HistoryTexts(Collection<HistoryNames> resolvers, MessageSource messages) {
        resolvers.forEach(resolver -> this.resolvers.put(resolver.kind(), resolver));
        this.messages = messages;
    }

    /** From rows in which those of one revision and record stand together. */
    List<HistoryEntry> entries(List<HistoryRow> rows, Locale locale) {
        Map<String, Map<String, String>> names = names(rows, locale);
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

    private HistoryEntry entry(List<HistoryRow> group, Map<String, Map<String, String>> names, Locale locale) {
        HistoryRow first = group.get(0);
        String person = first.personId() == null
                ? null
                : names.getOrDefault("person", Map.of()).get(first.personId().toString());
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

    private List<FieldChange> changes(List<HistoryRow> group, Map<String, Map<String, String>> names, Locale locale) {
        Map<Field, FieldChange> changes = new LinkedHashMap<>();
        fields(group.get(0).table())
                .forEach((column, field) -> group.stream()
                        .filter(row -> column.equals(row.field()))
                        .forEach(row -> changes.merge(
                                field,
                                new FieldChange(
                                        messages.getMessage(field.label(), null, field.label(), locale),
                                        text(row.before(), field, names, locale),
                                        text(row.after(), field, names, locale)),
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

    private @Nullable String text(
            @Nullable String value, Field field, Map<String, Map<String, String>> names, Locale locale) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case HistoryField.TEXT -> value;
            case HistoryField.NUMBER -> number(locale).format(new BigDecimal(value));
            case HistoryField.DATE -> date(locale).format(LocalDate.parse(value));
            case HistoryField.INSTANT -> time(locale).format(OffsetDateTime.parse(value));
            case HistoryField.YES_NO -> messages.getMessage("shared.history.value." + value, null, value, locale);
            default -> names.getOrDefault(field.kind(), Map.of()).getOrDefault(value, value);
        };
    }

    private static NumberFormat number(Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format;
    }

    private static DateTimeFormatter date(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    private static DateTimeFormatter time(Locale locale) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
    }

    /** All names that the rows need, by kind: one question to each resolver. */
    private Map<String, Map<String, String>> names(List<HistoryRow> rows, Locale locale) {
        Map<String, Set<String>> values = new HashMap<>();
        for (HistoryRow row : rows) {
            if (row.personId() != null) {
                values.computeIfAbsent("person", kind -> new HashSet<>())
                        .add(row.personId().toString());
            }
            Field field = fields(row.table()).get(row.field());
            if (field != null && resolvers.containsKey(field.kind())) {
                Stream.of(row.before(), row.after())
                        .filter(value -> value != null)
                        .forEach(value -> values.computeIfAbsent(field.kind(), kind -> new HashSet<>())
                                .add(value));
            }
        }
        Map<String, Map<String, String>> names = new HashMap<>();
        values.forEach((kind, wanted) -> {
            HistoryNames resolver = resolvers.get(kind);
            if (resolver != null) {
                names.put(kind, resolver.names(wanted, locale));
            }
        });
        return names;
    }
}
