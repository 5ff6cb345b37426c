package org.triviumcrm.customer.field;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.FieldChoice;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.shared.format.TypedNumber;

/** Reads what was typed in a custom field as what JSON keeps. Pure: the same text gives the same value or the same complaint. */
final class FieldReader {

    /** So that an index holds it in every language: PostgreSQL refuses entries of more than 2,700 bytes. */
    static final int LONGEST_TEXT = 500;

    private static final int MOST_DIGITS = 20;
    private static final int MOST_DECIMALS = 6;
    private static final int CENTS = 2;
    private static final Pattern BETWEEN = Pattern.compile("[,;，；、|\\n]");

    private FieldReader() {}

    /** Null when nothing was typed. */
    static @Nullable Object read(FieldSpec field, String typed) throws FieldProblem {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> text(text);
            case NUMBER -> number(text, MOST_DECIMALS);
            case MONEY -> number(text, CENTS);
            case DATE -> date(text);
            case CHOICE -> choice(field, text);
            case CHOICES -> choices(field, text);
            case YES_NO -> yesNo(text);
            case PERSON, RECORD -> id(text);
        };
    }

    private static String text(String text) throws FieldProblem {
        if (text.length() > LONGEST_TEXT) {
            throw new FieldProblem("customer.field.error.long");
        }
        return text.replace("\0", "");
    }

    static BigDecimal number(String text, int decimals) throws FieldProblem {
        try {
            BigDecimal number =
                    new BigDecimal(TypedNumber.plain(text).matches(".*[eE].*") ? "" : TypedNumber.plain(text));
            BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            if (plain.scale() > decimals || plain.precision() - plain.scale() > MOST_DIGITS) {
                throw new FieldProblem("customer.field.error.digits." + decimals);
            }
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        } catch (NumberFormatException e) {
            throw new FieldProblem("customer.field.error.number");
        }
    }

    private static String date(String text) throws FieldProblem {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new FieldProblem("customer.field.error.date");
            }
            return day.toString();
        } catch (DateTimeException e) {
            throw new FieldProblem("customer.field.error.date");
        }
    }

    private static Boolean yesNo(String text) throws FieldProblem {
        if (!text.equals("true") && !text.equals("false")) {
            throw new FieldProblem("customer.field.error.yesNo");
        }
        return Boolean.valueOf(text);
    }

    private static Long id(String text) throws FieldProblem {
        if (!text.matches("\\d{1,18}")) {
            throw new FieldProblem("customer.field.error.choice");
        }
        return Long.valueOf(text);
    }

    private static List<String> choices(FieldSpec field, String text) throws FieldProblem {
        List<String> keys = new ArrayList<>();
        for (String one : names(text)) {
            String key = choice(field, one);
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The names in a text that has several. */
    static List<String> names(String text) {
        return Stream.of(BETWEEN.split(text))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String choice(FieldSpec field, String text) throws FieldProblem {
        return found(field, text)
                .map(FieldChoice::key)
                .orElseThrow(() -> new FieldProblem("customer.field.error.choice"));
    }

    /** By its key, or by its name in either language. */
    static Optional<FieldChoice> found(FieldSpec field, String text) {
        Optional<FieldChoice> byKey = field.choice(text);
        return byKey.isPresent()
                ? byKey
                : field.choices().stream()
                        .filter(choice ->
                                text.equalsIgnoreCase(choice.name()) || text.equalsIgnoreCase(choice.chinese()))
                        .findFirst();
    }
}
