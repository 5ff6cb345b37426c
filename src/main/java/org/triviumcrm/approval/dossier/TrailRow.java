package org.triviumcrm.approval.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, as a page shows it.
 *
 * @param person who did it; null for the flow itself
 * @param other for whom, whom it was given to, or who was asked: all of them when several were at once
 * @param text what was said
 * @param seconds how long it had lain
 */
public record TrailRow(
        long caseId,
        int round,
        Instant at,
        @Nullable String person,
        @Nullable String other,
        String kind,
        @Nullable String step,
        @Nullable String text,
        @Nullable Long seconds) {

    private static final String ASKED = TrailRepository.Kind.ASKED.name();

    /** Who was asked at once, and has a row each, in one row. */
    static List<TrailRow> together(List<TrailRow> rows) {
        List<TrailRow> together = new ArrayList<>();
        for (TrailRow row : rows) {
            int last = together.size() - 1;
            if (last >= 0 && together.get(last).wasAskedWith(row)) {
                together.set(last, together.get(last).and(row.other));
            } else {
                together.add(row);
            }
        }
        return together;
    }

    private boolean wasAskedWith(TrailRow next) {
        return kind.equals(ASKED)
                && next.kind.equals(ASKED)
                && other != null
                && next.other != null
                && caseId == next.caseId
                && round == next.round
                && Objects.equals(step, next.step);
    }

    private TrailRow and(@Nullable String another) {
        return new TrailRow(caseId, round, at, person, other + " · " + another, kind, step, text, seconds);
    }

    /** Which message says it; earlier versions did not note who was asked. */
    public String word() {
        return kind.equals(ASKED) && other == null ? "ASKED_STEP" : kind;
    }
}
