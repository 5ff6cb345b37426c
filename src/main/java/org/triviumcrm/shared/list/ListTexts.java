package org.triviumcrm.shared.list;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a list says in words: titles, values of choices, filters. */
@Component
class ListTexts {

    private final MessageSource messages;
    private final ChoiceRepository choices;

    ListTexts(MessageSource messages, ChoiceRepository choices) {
        this.messages = messages;
        this.choices = choices;
    }

    String message(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }

    String title(ListDefinition definition, ListColumn column, Locale locale) {
        Belonging belonging = column.belonging();
        return belonging != null ? belonging.title() : message(definition.title(column), locale);
    }

    /** The text for a value of a column with fixed choices; the value itself for all others. */
    String choice(ListColumn column, String value, Locale locale) {
        if (column.choices() instanceof Choices.Numbers numbers) {
            return message(numbers.message(), locale, value);
        }
        return column.choices() instanceof Choices.Fixed fixed ? message(fixed.message() + "." + value, locale) : value;
    }

    List<ListChip> chips(ListQuery query, Conditions conditions, ListReader reader) {
        return chips(query, conditions, reader, filter -> query.without(filter).href());
    }

    /** @param without the address without a filter */
    List<ListChip> chips(
            ListQuery query, Conditions conditions, ListReader reader, Function<ListFilter, String> without) {
        return query.filters().stream()
                .map(filter -> {
                    ListColumn column = query.definition().known(filter.column());
                    return new ListChip(
                            title(query.definition(), column, reader.locale()),
                            words(column, filter, reader),
                            without.apply(filter),
                            !conditions.unreadable().contains(filter));
                })
                .toList();
    }

    /** What stands for a choice or for yes and no; nothing for a value that speaks for itself. */
    @Nullable
    String label(ListColumn column, @Nullable Object value, Locale locale) {
        if (value instanceof Boolean yes) {
            return message("shared.list." + (yes ? "yes" : "no"), locale);
        }
        return column.type() == ColumnType.CHOICE && value instanceof String text ? choice(column, text, locale) : null;
    }

    private String words(ListColumn column, ListFilter filter, ListReader reader) {
        Locale locale = reader.locale();
        return switch (filter.operator()) {
            case EMPTY, PRESENT -> message("shared.list.is." + filter.operator().token(), locale);
            case STARTS, EQUALS, CONTAINS ->
                message("shared.list.is." + filter.operator().token(), locale, filter.value());
            case RANGE -> range(column, filter, locale);
            case ANY -> any(column, filter, reader);
        };
    }

    private String any(ListColumn column, ListFilter filter, ListReader reader) {
        Locale locale = reader.locale();
        if (column.type() == ColumnType.YES_NO) {
            return message("shared.list." + ("yes".equals(filter.value()) ? "yes" : "no"), locale);
        }
        Map<String, String> labels = column.choices() instanceof Choices.Rows rows
                ? choices.labels(rows, reader, filter.values())
                : Map.of();
        return filter.values().stream()
                .map(value -> Conditions.ME.equals(value)
                        ? message("shared.list.me", locale)
                        : labels.getOrDefault(value, choice(column, value, locale)))
                .collect(Collectors.joining(message("shared.list.or", locale)));
    }

    private String range(ListColumn column, ListFilter filter, Locale locale) {
        var span = RelativeDates.of(filter.value());
        if (span.isPresent()) {
            return message("shared.list.span." + span.get().token(), locale);
        }
        String from = bound(column, filter.from(), locale);
        String to = bound(column, filter.to(), locale);
        if (from.isEmpty()) {
            return message("shared.list.is.upto", locale, to);
        }
        if (to.isEmpty()) {
            return message("shared.list.is.from", locale, from);
        }
        return from.equals(to) ? from : message("shared.list.is.between", locale, from, to);
    }

    private static String bound(ListColumn column, String text, Locale locale) {
        if (text.isEmpty()) {
            return text;
        }
        try {
            return column.filterKind() == FilterKind.DATE
                    ? LocalDate.parse(text)
                            .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                    .withLocale(locale))
                    : NumberFormat.getInstance(locale).format(new java.math.BigDecimal(text));
        } catch (DateTimeException | NumberFormatException e) {
            return text;
        }
    }
}
