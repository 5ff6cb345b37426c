package org.triviumcrm.support.presence;

/** Somebody who has a ticket before them. @param writing whether they write in it right now */
public record Onlooker(long id, String name, boolean writing) {

    /** For a small picture: the first letters of the first and the last word; of a Chinese name the last two characters. */
    public String initials() {
        int[] letters = name.codePoints().toArray();
        if (letters.length > 0 && Character.isIdeographic(letters[letters.length - 1])) {
            return new String(letters, Math.max(0, letters.length - 2), Math.min(2, letters.length));
        }
        String[] words = name.strip().split("\\s+");
        String first = first(words[0]);
        return words.length == 1 ? first : first + first(words[words.length - 1]);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
