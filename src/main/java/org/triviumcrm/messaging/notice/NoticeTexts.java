package org.triviumcrm.messaging.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.shared.format.Format;

/** Puts notices into words, in the language and time zone of whoever reads them. */
@Component
public class NoticeTexts {

    private final MessageSource messages;
    private final Format format;

    NoticeTexts(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    /**
     * One line, without line breaks whatever names contain.
     *
     * @param arguments as they stand in the database
     */
    public String line(String key, List<String> arguments, Locale locale, ZoneId zone) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(zone)));
        try {
            Object[] shown = NoticeArguments.read(arguments).stream()
                    .map(argument -> shown(argument, locale))
                    .toArray();
            // a notice of an earlier release may have lost its words
            String unknown = messages.getMessage("messaging.notice.unknown", null, locale);
            String line = messages.getMessage(key, shown, unknown, locale);
            return String.valueOf(line).replaceAll("\\s+", " ").strip();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Object shown(Object argument, Locale locale) {
        if (argument instanceof LocalDate date) {
            return format.date(date);
        }
        if (argument instanceof Instant at) {
            return format.dateTime(at);
        }
        if (argument instanceof Notices.Money money) {
            return format.money(money.amount(), money.currency());
        }
        if (argument instanceof Notices.Count count) {
            return messages.getMessage(count.key(), new Object[] {count.number()}, locale);
        }
        return argument;
    }
}
