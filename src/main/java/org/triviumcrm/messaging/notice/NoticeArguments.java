package org.triviumcrm.messaging.notice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.triviumcrm.messaging.Notices;

/** Arguments of a message as texts in the database: a letter for the kind, a colon, the value. */
final class NoticeArguments {

    private NoticeArguments() {}

    static String[] write(Collection<?> arguments) {
        return arguments.stream().map(NoticeArguments::write).toArray(String[]::new);
    }

    static List<Object> read(List<String> written) {
        return written.stream().map(NoticeArguments::read).toList();
    }

    private static String write(Object argument) {
        if (argument instanceof String text) {
            return "s:" + text;
        }
        if (argument instanceof Integer || argument instanceof Long) {
            return "n:" + argument;
        }
        if (argument instanceof LocalDate) {
            return "d:" + argument;
        }
        if (argument instanceof Instant) {
            return "t:" + argument;
        }
        if (argument instanceof Notices.Money money) {
            return "m:" + money.currency() + " " + money.amount().toPlainString();
        }
        if (argument instanceof Notices.Count count) {
            return "c:" + count.number() + " " + count.key();
        }
        throw new IllegalArgumentException("No argument of a notice: " + argument.getClass());
    }

    private static Object read(String written) {
        String value = written.substring(2);
        int space = value.indexOf(' ');
        return switch (written.charAt(0)) {
            case 'n' -> Long.valueOf(value);
            case 'd' -> LocalDate.parse(value);
            case 't' -> Instant.parse(value);
            case 'm' -> new Notices.Money(new BigDecimal(value.substring(space + 1)), value.substring(0, space));
            case 'c' -> new Notices.Count(value.substring(space + 1), Long.parseLong(value.substring(0, space)));
            default -> value;
        };
    }
}
