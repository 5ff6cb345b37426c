package org.triviumcrm.exchange.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;

/** Reads the text of a cell as a value of a field. Pure: the same text gives the same value or the same complaint. */
public final class ValueReader {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})日?([T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})([T ,].*)?");
    private static final Pattern CLOCK = Pattern.compile(
            "[T ,]+(上午|下午|am|pm)?\\s*(\\d{1,2})[:：时](\\d{2})分?(?:[:：](\\d{2})(?:[.,]\\d+)?)?秒?\\s*([ap]m)?\\s*(Z|[+-]\\d{2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "on", "是", "对", "√");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "off", "否", "不是");

    /** Why a text is no value; the message's first argument is the field, the second the text. */
    public static class BadValue extends Exception {
        BadValue(String messageKey) {
            super(messageKey);
        }

        public String messageKey() {
            return String.valueOf(getMessage());
        }
    }

    private final FileFormat format;

    public ValueReader(FileFormat format) {
        this.format = format;
    }

    /**
     * The value of a trimmed text that is not empty.
     *
     * @param factor by which a number is multiplied, such as 1,000,000 for "in millions"
     */
    public Object read(ImportField field, String text, BigDecimal factor) throws BadValue {
        if (text.indexOf(RowReader.ODD) >= 0) {
            throw new BadValue("exchange.refusal.odd");
        }
        return switch (field.type()) {
            case TEXT, REFERENCE -> limited(field, text);
            case EMAIL -> limited(field, email(text));
            case CURRENCY -> currency(text);
            case INTEGER -> integer(field, number(text).multiply(factor));
            case DECIMAL -> amount(field, number(text).multiply(factor), 2);
            case PRICE -> amount(field, number(text).multiply(factor), 4);
            case RATE -> positive(amount(field, number(text).multiply(factor), 8));
            case NUMBER -> amount(field, number(text).multiply(factor), 6);
            case DATE -> date(text);
            case MOMENT -> moment(text);
            case YES_NO -> yesOrNo(text);
        };
    }

    private static String limited(ImportField field, String text) throws BadValue {
        if (field.type() != FieldType.REFERENCE && field.max() > 0 && text.length() > field.max()) {
            throw new BadValue("exchange.refusal.long");
        }
        return text;
    }

    private static Boolean yesOrNo(String text) throws BadValue {
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new BadValue("exchange.refusal.yesNo");
        }
        return YES.contains(word);
    }

    private static String email(String text) throws BadValue {
        if (!EMAIL.matcher(text).matches()) {
            throw new BadValue("exchange.refusal.email");
        }
        return text;
    }

    private static String currency(String text) throws BadValue {
        String code = text.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{3}")) {
            throw new BadValue("exchange.refusal.currency");
        }
        return code;
    }

    private static Long integer(ImportField field, BigDecimal number) throws BadValue {
        if (number.stripTrailingZeros().scale() > 0) {
            throw new BadValue("exchange.refusal.integer");
        }
        return ranged(field, number, Integer.MAX_VALUE).longValue();
    }

    private static BigDecimal amount(ImportField field, BigDecimal number, int scale) throws BadValue {
        return ranged(field, number, 99_999_999_999_999_999L).setScale(scale, RoundingMode.HALF_UP);
    }

    private static BigDecimal positive(BigDecimal number) throws BadValue {
        if (number.signum() <= 0) {
            throw new BadValue("exchange.refusal.range");
        }
        return number;
    }

    private static BigDecimal ranged(ImportField field, BigDecimal number, long most) throws BadValue {
        long max = field.max() > 0 ? field.max() : most;
        if (number.compareTo(BigDecimal.valueOf(field.min())) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new BadValue("exchange.refusal.range");
        }
        return number;
    }

    /** A number with or without separators between thousands; a separator in the wrong place is not guessed away. */
    BigDecimal number(String text) throws BadValue {
        String plain = text.replaceAll("[\\s\\u00A0\\u202F'’$€£¥￥]", "");
        String mark = Pattern.quote(format.decimalMark());
        String separator = format.decimalMark().equals(",") ? "\\." : ",";
        Pattern pattern = Pattern.compile("([+-]?)(\\d+|\\d{1,3}(?:" + separator + "\\d{3})+)(?:" + mark + "(\\d+))?");
        Matcher matcher = pattern.matcher(plain);
        if (!matcher.matches() || plain.length() > 40) {
            throw new BadValue("exchange.refusal.number");
        }
        String whole = matcher.group(2).replaceAll(separator, "");
        String part = matcher.group(3) == null ? "" : "." + matcher.group(3);
        return new BigDecimal((matcher.group(1).equals("-") ? "-" : "") + whole + part);
    }

    LocalDate date(String text) throws BadValue {
        return dated(text).day();
    }

    /** A date, and what may stand behind it: a time of the day, and by how much it is ahead of universal time. */
    Temporal moment(String text) throws BadValue {
        Dated dated = dated(text);
        if (dated.rest().isBlank()) {
            return dated.day().atStartOfDay();
        }
        Matcher clock = CLOCK.matcher(dated.rest());
        if (!clock.matches()) {
            throw new BadValue("exchange.refusal.time");
        }
        try {
            int hour = hour(part(clock, 2), clock.group(1) == null ? clock.group(5) : clock.group(1));
            int second = clock.group(4) == null ? 0 : part(clock, 4);
            LocalDateTime local = dated.day().atTime(hour, part(clock, 3), second);
            String offset = clock.group(6);
            return offset == null ? local : local.atOffset(ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException e) {
            throw new BadValue("exchange.refusal.time");
        }
    }

    /** @param rest what stands behind the day; empty for nothing */
    private record Dated(LocalDate day, String rest) {}

    private Dated dated(String text) throws BadValue {
        try {
            Matcher first = YEAR_FIRST.matcher(text);
            Matcher compact = COMPACT.matcher(text);
            Matcher last = YEAR_LAST.matcher(text);
            if (first.matches()) {
                return dated(LocalDate.of(part(first, 1), part(first, 2), part(first, 3)), first.group(4));
            }
            if (compact.matches()) {
                return dated(LocalDate.of(part(compact, 1), part(compact, 2), part(compact, 3)), null);
            }
            if (last.matches()) {
                boolean monthFirst = format.dateOrder() == FileFormat.DateOrder.MDY;
                int month = part(last, monthFirst ? 1 : 2);
                return dated(LocalDate.of(part(last, 3), month, part(last, monthFirst ? 2 : 1)), last.group(4));
            }
        } catch (DateTimeException e) {
            throw new BadValue("exchange.refusal.date");
        }
        throw new BadValue("exchange.refusal.date");
    }

    private static Dated dated(LocalDate day, @Nullable String rest) {
        return new Dated(day, Objects.requireNonNullElse(rest, ""));
    }

    private static int hour(int said, @Nullable String half) {
        if (half == null) {
            return said;
        }
        boolean afternoon = half.equals("下午") || half.toLowerCase(Locale.ROOT).startsWith("p");
        return said % 12 + (afternoon ? 12 : 0);
    }

    private static int part(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
