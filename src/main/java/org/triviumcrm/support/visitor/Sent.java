package org.triviumcrm.support.visitor;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a visitor's page has sent: anything at all, until it is asked for. */
final class Sent {

    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"()]+@[^\\s@,;<>\"()]+\\.[^\\s@,;<>\"()]+");
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9-]{8,40}");

    private final Map<String, String> fields;

    Sent(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** What somebody says. */
    String text() {
        String text = clean(fields.getOrDefault("text", "")).strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw NotTaken.wrong("text");
        }
        return text;
    }

    /** What the page calls it. */
    String client() {
        String client = fields.getOrDefault("client", "");
        if (!CLIENT.matcher(client).matches()) {
            throw NotTaken.wrong("client");
        }
        return client;
    }

    @Nullable
    String email() {
        String email = line("email", 320);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw NotTaken.wrong("email");
        }
        return email;
    }

    /** One line; null for nothing. */
    @Nullable
    String line(String field, int longest) {
        String line =
                clean(fields.getOrDefault(field, "")).replaceAll("\\s+", " ").strip();
        if (line.length() > longest) {
            throw NotTaken.wrong(field);
        }
        return line.isEmpty() ? null : line;
    }

    /** The beginning of one line; null for nothing. */
    @Nullable
    String beginning(String field, int longest) {
        String line = clean(fields.getOrDefault(field, "")).strip();
        return line.isEmpty() ? null : line.substring(0, Math.min(line.length(), longest));
    }

    /** A whole number; 0 for none. */
    int number(String field) {
        String number = fields.getOrDefault(field, "");
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** Without what no text contains; the database takes no NUL, and lone halves of characters are none. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(letter -> letter == '\n' || letter == '\t' || !Character.isISOControl(letter))
                .filter(letter -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
