package org.triviumcrm.approval.diagram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks texts into lines, as drawings can't. Chinese characters are twice as wide as others, and a line may end after each. */
final class TextLines {

    private static final String MORE = "…";

    private TextLines() {}

    /**
     * @param width in letters
     * @param most how many lines at most; what does not fit is left out behind an ellipsis
     */
    static List<String> of(String text, int width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (!rest.isEmpty() && lines.size() < most) {
            int end = width(rest) <= width ? rest.length() : end(rest, width);
            String line = rest.substring(0, end).strip();
            rest = rest.substring(end).strip();
            boolean cut = lines.size() + 1 == most && !rest.isEmpty();
            lines.add(cut ? line.substring(0, fitting(line, width - 1)).strip() + MORE : line);
        }
        return lines;
    }

    static int width(String text) {
        return text.codePoints().map(TextLines::width).sum();
    }

    private static int width(int letter) {
        return Character.isIdeographic(letter) || letter >= 0x3000 && letter <= 0x303F || letter >= 0xFF00 ? 2 : 1;
    }

    /** After the last place where the line may break, else in the middle of a word. */
    private static int end(String text, int width) {
        int fitting = fitting(text, width);
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        int place = places.isBoundary(fitting) ? fitting : places.preceding(fitting);
        return place > 0 ? place : fitting;
    }

    /** How many characters fit; never half of one. */
    private static int fitting(String text, int width) {
        int index = 0;
        int used = 0;
        while (index < text.length()) {
            int letter = text.codePointAt(index);
            used += width(letter);
            if (used > width) {
                break;
            }
            index += Character.charCount(letter);
        }
        return Math.max(index, Character.charCount(text.codePointAt(0)));
    }
}
