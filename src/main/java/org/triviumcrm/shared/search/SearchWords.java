package org.triviumcrm.shared.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody typed, as it is compared: the same folding as the database's {@code search_fold}. A telephone number
 * may be typed with blanks and signs.
 *
 * @param text all of it
 * @param words each must occur
 */
record SearchWords(String text, List<String> words) {

    private static final int LONGEST = 200;

    static SearchWords of(String typed) {
        String cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        String folded = fold(cut).strip().replaceAll("[\\s\\x00]+", " ");
        String text = folded.matches("[0-9+() -]*[0-9][0-9+() -]*") && folded.matches(".*[ +()].*")
                ? folded.replaceAll("[^0-9]", "")
                : folded;
        return new SearchWords(
                text,
                Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether there is a pair of characters that the index of pieces can find. */
    boolean hasPieces() {
        return words.stream().anyMatch(word -> word.codePointCount(0, word.length()) > 1);
    }

    /** Whether all of it is digits, at least three together, as the index of numbers has them. */
    boolean areNumbers() {
        return words.stream().allMatch(word -> word.matches("[0-9]{3,}"));
    }

    /** Whether it is no more than one such pair. */
    boolean isOnePair() {
        return text.codePointCount(0, text.length()) == 2;
    }

    private static String fold(String typed) {
        String apart = Normalizer.normalize(typed, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036F]", "");
        return Normalizer.normalize(apart, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
