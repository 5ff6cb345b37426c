package org.triviumcrm.architecture;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tests need to understand of Java sources. */
final class JavaText {

    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?(?<!\\\\)\"\"\""
                    + "|\"(?<string>[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\""
                    + "|'(?:[^'\\\\]|\\\\[^u]|\\\\u[0-9a-fA-F]{4})'|//[^\\n]*+|/\\*.*?\\*/",
            Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");

    private JavaText() {}

    /** All strings but text blocks, which hold SQL. */
    static Set<String> literals(String source) {
        Set<String> found = new LinkedHashSet<>();
        for (Matcher token = TOKEN.matcher(source); token.find(); ) {
            if (token.group("string") != null) {
                found.add(token.group("string"));
            }
        }
        return found;
    }

    /** Names of constants, also those that SQL compares with. */
    static Set<String> constants(String source) {
        Set<String> found = new LinkedHashSet<>();
        for (Matcher constant = CONSTANT.matcher(source); constant.find(); ) {
            found.add(constant.group());
        }
        return found;
    }
}
