package org.triviumcrm.sales.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.line.PaperLine;

/**
 * What two versions of a quote say otherwise.
 *
 * @param before the earlier one
 * @param facts of the paper as a whole that are not the same
 * @param lines in the order of the later one, those that are gone where they were
 */
public record QuoteDifference(QuotePage before, List<Fact> facts, List<Line> lines) {

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
}
