package org.triviumcrm.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Phrases in both languages, picked by chance; the same chance gives the same phrases. */
final class DemoWords {

    private final Map<String, List<String>> words = new HashMap<>();

    DemoWords() {
        for (var row : DemoFile.WORDS.rows()) {
            words.put(
                    row.getField("language") + "." + row.getField("kind"),
                    List.of(row.getField("words").split("\\|")));
        }
    }

    /** One phrase of a kind ({@code call}, {@code project}, ...) in a language ({@code en}, {@code zh}). */
    String pick(String language, String kind, RandomGenerator chance) {
        List<String> choices = all(language, kind);
        return choices.get(chance.nextInt(choices.size()));
    }

    /** All phrases of a kind in a language. */
    List<String> all(String language, String kind) {
        return Objects.requireNonNull(words.get(language + "." + kind), kind);
    }

    String fullName(String language, RandomGenerator chance) {
        String given = pick(language, "given", chance);
        String family = pick(language, "family", chance);
        return language.equals("zh") ? family + given : given + " " + family;
    }
}
