package org.triviumcrm.approval.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The drawing of a flow, from top to bottom, so that it fits a phone; all lengths in pixels of the drawing. The template
 * {@code approval/diagram} shows it and says the same in words.
 *
 * @param cards the steps
 * @param ways from one to the next
 * @param steps what the drawing says, for those who hear it
 */
public record FlowDiagram(int height, List<Card> cards, List<Way> ways, int ends, List<DiagramStep> steps) {

    /** Of the ends: where a case begins, is approved and is rejected. */
    static final int PILL_HEIGHT = 30;

    private static final int WIDTH = 360;
    private static final int CARD_X = 28;
    private static final int CARD_WIDTH = 264;
    private static final int MIDDLE = CARD_X + CARD_WIDTH / 2;
    private static final int SKIP_X = 12;
    private static final int REJECT_X = 326;
    private static final int PADDING = 12;
    private static final int GAP = 40;
    private static final int NAME_HEIGHT = 20;
    private static final int LINE_HEIGHT = 18;
    private static final int NAME_LETTERS = 30;
    private static final int LINE_LETTERS = 35;
    private static final int MOST_LINES = 3;
    private static final int BRANCH = 14;

    /** A step. @param y of its upper edge */
    public record Card(int x, int y, int width, int height, String state, List<Text> texts) {}

    /** A line of text. @param y of its base line */
    public record Text(int x, int y, String style, String text) {}

    /** A line with an arrow. @param kind {@code next}, {@code skip} or {@code reject} */
    public record Way(String path, String kind) {}

    public FlowDiagram {
        cards = List.copyOf(cards);
        ways = List.copyOf(ways);
        steps = List.copyOf(steps);
    }

    /** The same for every flow. */
    public int width() {
        return WIDTH;
    }

    /** Draws the steps in their order. */
    public static FlowDiagram of(List<DiagramStep> steps) {
        List<Card> cards = new ArrayList<>();
        List<Way> ways = new ArrayList<>();
        int y = PILL_HEIGHT + 1;
        for (DiagramStep step : steps) {
            Card card = card(step, y + GAP);
            ways.add(new Way(down(MIDDLE, y, card.y()), "next"));
            if (step.sometimes()) {
                int back = card.y() + card.height() + BRANCH;
                ways.add(new Way(
                        "M" + MIDDLE + " " + (card.y() - BRANCH - 6) + "H" + SKIP_X + "V" + back + "H" + (MIDDLE - 2)
                                + "m-6 -4l6 4l-6 4",
                        "skip"));
            }
            cards.add(card);
            y = card.y() + card.height();
        }
        int ends = y + GAP;
        ways.add(new Way(down(MIDDLE, y, ends), "next"));
        for (Card card : cards) {
            ways.add(new Way(
                    "M" + (CARD_X + CARD_WIDTH) + " " + (card.y() + card.height() / 2) + "H" + REJECT_X, "reject"));
        }
        if (!cards.isEmpty()) {
            Card first = cards.get(0);
            ways.add(new Way(down(REJECT_X, first.y() + first.height() / 2, ends), "reject"));
        }
        return new FlowDiagram(ends + PILL_HEIGHT + 1, cards, ways, ends, steps);
    }

    private static Card card(DiagramStep step, int y) {
        List<Text> texts = new ArrayList<>();
        int base = y + PADDING;
        for (String line : TextLines.of(step.name(), NAME_LETTERS, 2)) {
            base += NAME_HEIGHT;
            texts.add(new Text(CARD_X + PADDING, base - 6, "name", line));
        }
        for (String said : step.lines()) {
            for (String line : TextLines.of(said, LINE_LETTERS, MOST_LINES)) {
                base += LINE_HEIGHT;
                texts.add(new Text(CARD_X + PADDING, base - 5, "line", line));
            }
        }
        String state = step.standing().name().toLowerCase(Locale.ROOT);
        return new Card(CARD_X, y, CARD_WIDTH, base + PADDING - y, state, texts);
    }

    private static String down(int x, int from, int to) {
        return "M" + x + " " + from + "V" + (to - 1) + "m-4 -6l4 6l4 -6";
    }
}
