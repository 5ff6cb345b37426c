package org.triviumcrm.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tests need to understand of template expressions. */
final class Expressions {

    private static final Pattern LITERAL = Pattern.compile("'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'");

    private Expressions() {}

    /** All expressions of a kind ({@code #}, {@code @}, {@code ~}, {@code $}) in a text, without their braces. */
    static List<String> all(char kind, String text) {
        List<String> found = new ArrayList<>();
        for (int start = text.indexOf(kind + "{"); start >= 0; start = text.indexOf(kind + "{", start + 2)) {
            found.add(text.substring(start + 2, closing(text, start + 1)));
        }
        return found;
    }

    /** The text without the expressions in it. */
    static String without(String text) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i + 1 < text.length() && "#@~$*".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == '{') {
                i = closing(text, i + 1);
            } else {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }

    /** What stands between quotes. */
    static List<String> literals(String text) {
        List<String> found = new ArrayList<>();
        for (Matcher literal = LITERAL.matcher(text); literal.find(); ) {
            found.add(literal.group(1));
        }
        return found;
    }

    /** The arguments of a text that begins with {@code (}; none for any other. */
    static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        if (!text.startsWith("(")) {
            return arguments;
        }
        int depth = 0;
        boolean quoted = false;
        int start = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (quoted) {
                continue;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 || depth == 1 && c == ',') {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
            if (depth == 0) {
                break;
            }
        }
        return arguments.size() == 1 && arguments.get(0).isEmpty() ? List.of() : arguments;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not closed: " + text.substring(open));
    }
}
