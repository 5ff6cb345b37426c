package org.triviumcrm.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where templates and Java name messages: as a whole, or put together from parts. */
final class MessageUses {

    /** Spring itself looks for these, by the type that a field could not be converted to. */
    private static final String SPRINGS_OWN = "typeMismatch.*";

    private static final Pattern MESSAGE_CALL = Pattern.compile("#messages\\.msg\\('([^']+)'\\)");

    private final Set<String> named = new TreeSet<>();
    private final Set<String> words = new HashSet<>(Set.of("true", "false"));
    private final List<Pattern> composed = new ArrayList<>();

    static MessageUses ofTheProduct() {
        MessageUses uses = new MessageUses();
        Template.all().forEach(template -> template.values().forEach(uses::template));
        Sources.files(Sources.JAVA, ".java").forEach(file -> uses.java(Sources.text(file)));
        return uses;
    }

    private void template(String value) {
        for (String expression : Expressions.all('#', value)) {
            if (expression.startsWith("|")) {
                composed.add(pattern(expression.substring(1, expression.lastIndexOf('|'))));
            } else if (expression.matches("[a-z].*")) {
                named.add(expression.replaceAll("\\(.*", "").strip());
            }
        }
        words.addAll(Expressions.literals(value));
        MESSAGE_CALL.matcher(value).results().forEach(call -> named.add(call.group(1)));
    }

    private void java(String source) {
        for (String literal : JavaText.literals(source)) {
            words.add(literal);
            words.addAll(Expressions.literals(literal));
        }
        for (String constant : JavaText.constants(source)) {
            words.add(constant);
            words.add(constant.toLowerCase(Locale.ROOT));
            words.add(constant.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** Keys that templates name as a whole. */
    Set<String> named() {
        return named;
    }

    List<Pattern> composed() {
        return composed;
    }

    /** Strings of the Java sources and templates. */
    Set<String> words() {
        return words;
    }

    boolean use(String key) {
        return named.contains(key)
                || words.contains(key)
                || words.contains("{" + key + "}")
                || words.contains(key + "#")
                || key.matches(SPRINGS_OWN)
                || composed.stream().anyMatch(pattern -> fits(pattern, key))
                || putTogether(key);
    }

    /** {@code "sales.state." + state}, {@code messages("sales.opportunity") + "." + column} and such. */
    private boolean putTogether(String key) {
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            boolean beginning = words.contains(key.substring(0, dot + 1))
                    || key.indexOf('.') < dot && words.contains(key.substring(0, dot));
            if (beginning && isWord(key.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    /** A word, or a word with an ending such as {@code .title}. */
    private boolean isWord(String rest) {
        int dot = rest.lastIndexOf('.');
        return words.contains(rest)
                || words.contains("." + rest)
                || dot > 0 && words.contains(rest.substring(0, dot)) && words.contains(rest.substring(dot));
    }

    private boolean fits(Pattern pattern, String key) {
        Matcher matcher = pattern.matcher(key);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String part = matcher.group(i);
            if (!words.contains(part) && !part.matches("-?[0-9]+") && !putTogether(part)) {
                return false;
            }
        }
        return true;
    }

    private static Pattern pattern(String composed) {
        StringBuilder pattern = new StringBuilder();
        String rest = composed;
        for (String expression : Expressions.all('$', composed)) {
            String whole = "${" + expression + "}";
            int start = rest.indexOf(whole);
            pattern.append(Pattern.quote(rest.substring(0, start))).append("(.+)");
            rest = rest.substring(start + whole.length());
        }
        return Pattern.compile(pattern + Pattern.quote(rest));
    }
}
