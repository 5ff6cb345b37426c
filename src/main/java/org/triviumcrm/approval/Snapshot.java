package org.triviumcrm.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What approvers see of a record, as it was when it was submitted. */
public record Snapshot(List<Line> lines) {

    /**
     * One fact.
     *
     * @param label message key of what it is
     * @param before as text in the submitter's language; null when unknown, or when the action does not change it
     * @param after as text in the submitter's language; null when unknown
     * @param changed whether the action changes it
     */
    public record Line(
            String label, @Nullable String before, @Nullable String after, boolean changed) {}

    public Snapshot {
        lines = List.copyOf(lines);
    }

    /** Those that the action changes. */
    public List<Line> changes() {
        return lines.stream().filter(Line::changed).toList();
    }
}
