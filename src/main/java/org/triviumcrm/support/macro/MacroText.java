package org.triviumcrm.support.macro;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts with placeholders. */
final class MacroText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private MacroText() {}

    /** What stands like a placeholder and is none, as it was typed, each once. */
    static List<String> unknown(@Nullable String text) {
        return PLACEHOLDER
                .matcher(text == null ? "" : text)
                .results()
                .filter(found -> Placeholder.of(found.group(1)).isEmpty())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** A placeholder for which there is no value stays as it is. */
    static String fill(String text, Map<Placeholder, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Placeholder.of(found.group(1)).map(values::get).orElse(found.group())));
    }
}
