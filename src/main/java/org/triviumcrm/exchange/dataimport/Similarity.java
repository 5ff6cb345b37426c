package org.triviumcrm.exchange.dataimport;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.triviumcrm.shared.exchange.ImportReference.Named;

/** How alike two names are, in any script: the pairs of letters they share. */
final class Similarity {

    static final double ENOUGH = 0.6;

    private Similarity() {}

    /** The name most alike, when one is alike enough to be proposed. */
    static Optional<Named> best(String text, List<Named> names) {
        Named best = null;
        double highest = ENOUGH;
        for (Named name : names) {
            double degree = of(text, name.name());
            if (degree > highest) {
                highest = degree;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** From 0 (nothing in common) to 1 (the same but for case, blanks and punctuation). */
    static double of(String one, String two) {
        String a = letters(one);
        String b = letters(two);
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        if (a.length() < 2 || b.length() < 2) {
            return 0;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int at = 0; at + 1 < a.length(); at++) {
            pairs.merge(a.substring(at, at + 2), 1, Integer::sum);
        }
        int shared = 0;
        for (int at = 0; at + 1 < b.length(); at++) {
            if (pairs.merge(b.substring(at, at + 2), -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return 2.0 * shared / (a.length() + b.length() - 2);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
