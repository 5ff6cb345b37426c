package org.triviumcrm.support.article;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as search reads it. Latin words are themselves, without case and accents; the database takes their endings off. Where
 * words are not set apart, as in Chinese, each pair of neighbours is one, and the last character of a run as well, so that
 * a single one is found by how a pair begins.
 */
final class ArticleWords {

    private static final Set<UnicodeScript> UNSPACED =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final List<String> ENDINGS =
            List.of("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly", "e", "y");

    private ArticleWords() {}

    /** All of them, with blanks between. */
    static String spread(String text) {
        List<String> words = new ArrayList<>();
        for (String run : runs(text)) {
            if (isUnspaced(run.codePointAt(0))) {
                words.addAll(pairs(run));
                words.add(last(run));
            } else {
                words.add(run);
            }
        }
        return String.join(" ", words);
    }

    /** What to look for when somebody types it: queries of single words, no more than a number of them. */
    static List<String> asked(String typed, int most) {
        Set<String> words = new LinkedHashSet<>();
        for (String run : runs(typed)) {
            if (!isUnspaced(run.codePointAt(0))) {
                words.add("'" + run + "'");
            } else if (run.codePointCount(0, run.length()) == 1) {
                words.add("'" + run + "':*");
            } else {
                pairs(run).forEach(pair -> words.add("'" + pair + "'"));
            }
            if (words.size() >= most) {
                break;
            }
        }
        return words.stream().limit(most).toList();
    }

    /** What is left of a word without the endings that search does not look at; near enough to mark it. */
    static String stem(String word) {
        String stem = ENDINGS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= 3)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
    }

    static boolean isUnspaced(int character) {
        return UNSPACED.contains(UnicodeScript.of(character));
    }

    static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036F]", "");
        return Normalizer.normalize(apart, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Letters and digits that stand together, those of one kind of script each. */
    static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int[] characters = fold(text).codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int now = characters[i];
            boolean counts = Character.isLetterOrDigit(now);
            boolean turns = !run.isEmpty() && counts && isUnspaced(now) != isUnspaced(characters[i - 1]);
            if ((!counts || turns) && !run.isEmpty()) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (counts) {
                run.appendCodePoint(now);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    private static List<String> pairs(String run) {
        int[] characters = run.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs;
    }

    private static String last(String run) {
        return run.substring(run.offsetByCodePoints(run.length(), -1));
    }
}
