package org.triviumcrm.customer.field;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;

/** What new records begin with: a day can be said by how far it is from today, a person as whoever makes the record. Pure. */
final class Initial {

    private static final Pattern TODAY =
            Pattern.compile("(?:today|今天)(?:\\s*([+\\-＋－])\\s*(\\d{1,4}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ME = Pattern.compile("me|我|本人", Pattern.CASE_INSENSITIVE);

    private Initial() {}

    /**
     * As somebody would have typed it in the field.
     *
     * @param personId who makes the record; 0 for a job, for whom nobody stands
     */
    static @Nullable String typed(FieldSpec field, LocalDate today, long personId) {
        return field.initial() == null ? null : typed(field.kind(), field.initial(), today, personId);
    }

    static String typed(FieldKind kind, String said, LocalDate today, long personId) {
        return switch (kind) {
            case DATE -> day(said, today);
            case PERSON -> ME.matcher(said.strip()).matches() ? personId == 0 ? "" : String.valueOf(personId) : said;
            default -> said;
        };
    }

    private static String day(String said, LocalDate today) {
        Matcher far = TODAY.matcher(said.strip());
        if (!far.matches()) {
            return said;
        }
        long days = far.group(2) == null ? 0 : Long.parseLong(far.group(2));
        boolean back = "-".equals(far.group(1)) || "－".equals(far.group(1));
        return today.plusDays(back ? -days : days).toString();
    }
}
