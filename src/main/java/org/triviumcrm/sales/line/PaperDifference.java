package org.triviumcrm.sales.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two versions of a paper say otherwise.
 *
 * @param before the earlier one
 * @param facts of the paper as a whole that are not the same
 * @param lines in the order of the later one, those that are gone where they were
 */
public record PaperDifference<P>(P before, List<Fact> facts, List<Line> lines) {

    /** How a line is, compared with before. */
    public enum Change {
        SAME,
        CHANGED,
        ADDED,
        GONE
    }

    /** @param label message key */
    public record Fact(
            String label, @Nullable String before, @Nullable String after) {}

    /** One of them is null where the line is added or gone. */
    public record Line(
            Change change,
            @Nullable PaperLine before,
            @Nullable PaperLine after) {}

    /** Whether they say the same. */
    public boolean isNone() {
        return facts.isEmpty() && lines.stream().allMatch(line -> line.change() == Change.SAME);
    }

    /** Lines of the same product, or the same words, belong together, in their order. */
    public static List<Line> compare(List<PaperLine> before, List<PaperLine> after) {
        List<PaperLine> left = new ArrayList<>(before);
        List<Line> lines = new ArrayList<>();
        for (PaperLine line : after) {
            PaperLine match =
                    left.stream().filter(old -> isSame(old, line)).findFirst().orElse(null);
            if (match == null) {
                lines.add(new Line(Change.ADDED, null, line));
                continue;
            }
            int at = left.indexOf(match);
            left.subList(0, at).stream()
                    .filter(old -> after.stream().noneMatch(one -> isSame(old, one)))
                    .forEach(old -> lines.add(new Line(Change.GONE, old, null)));
            left.subList(0, at).removeIf(old -> after.stream().noneMatch(one -> isSame(old, one)));
            left.remove(match);
            boolean same = match.said().equals(line.said());
            lines.add(new Line(same ? Change.SAME : Change.CHANGED, match, line));
        }
        left.forEach(old -> lines.add(new Line(Change.GONE, old, null)));
        return lines;
    }

    private static boolean isSame(PaperLine one, PaperLine other) {
        return one.kind() == other.kind()
                && (one.productId() == null
                        ? other.productId() == null && one.words().equals(other.words())
                        : one.productId().equals(other.productId()));
    }
}
