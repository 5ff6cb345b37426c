package org.triviumcrm.shared.history;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.format.Format;

/** Stored values as people read them: what ids and constants are called, numbers and dates in a language. */
@Component
class HistoryValues {

    private final Map<String, HistoryNames> resolvers = new HashMap<>();
    private final MessageSource messages;

    HistoryValues(Collection<HistoryNames> resolvers, List<HistoryNamesSource> sources, MessageSource messages) {
        resolvers.forEach(resolver -> this.resolvers.put(resolver.kind(), resolver));
        sources.forEach(source -> source.names().forEach(resolver -> this.resolvers.put(resolver.kind(), resolver)));
        this.messages = messages;
    }

    /** Collects the values whose names are asked for, so that each resolver is asked once. */
    final class Wanted {

        private final Map<String, Set<String>> values = new HashMap<>();

        /** Only kinds with names count, everything else reads as it is. */
        void add(String kind, @Nullable String value) {
            if (value != null && resolvers.containsKey(kind)) {
                values.computeIfAbsent(kind, each -> new HashSet<>()).add(value);
            }
        }

        Named in(Locale locale) {
            Map<String, Map<String, String>> names = new HashMap<>();
            values.forEach((kind, some) -> {
                HistoryNames resolver = resolvers.get(kind);
                if (resolver != null) {
                    names.put(kind, resolver.names(some, locale));
                }
            });
            return new Named(names, locale);
        }
    }

    /** Values of one page, with their names at hand. */
    final class Named {

        private final Map<String, Map<String, String>> names;
        private final Locale locale;

        private Named(Map<String, Map<String, String>> names, Locale locale) {
            this.names = names;
            this.locale = locale;
        }

        /** Null when nobody is called so. */
        @Nullable
        String name(String kind, Object value) {
            return names.getOrDefault(kind, Map.of()).get(value.toString());
        }

        @Nullable
        String text(@Nullable String value, String kind) {
            if (value == null || value.isEmpty()) {
                return null;
            }
            return switch (kind) {
                case HistoryField.TEXT -> value;
                case HistoryField.NUMBER -> number(locale).format(new BigDecimal(value));
                case HistoryField.DATE -> date(locale).format(LocalDate.parse(value));
                case HistoryField.INSTANT -> dateTime(OffsetDateTime.parse(value), locale);
                case HistoryField.YES_NO -> messages.getMessage("shared.history.value." + value, null, value, locale);
                default ->
                    resolvers.containsKey(kind)
                            ? names.getOrDefault(kind, Map.of()).getOrDefault(value, value)
                            : messages.getMessage(kind + "." + value, null, value, locale);
            };
        }
    }

    Wanted wanted() {
        return new Wanted();
    }

    private static NumberFormat number(Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format;
    }

    private static DateTimeFormatter date(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    private String dateTime(OffsetDateTime at, Locale locale) {
        ZonedDateTime there =
                at.atZoneSameInstant(LocaleContextHolder.getTimeZone().toZoneId());
        Object[] parts = {date(locale).format(there), Format.timeOfDay(locale).format(there)};
        return messages.getMessage("format.dateTime", parts, locale);
    }
}
