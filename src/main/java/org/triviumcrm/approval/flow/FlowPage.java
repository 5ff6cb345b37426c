package org.triviumcrm.approval.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a flow.
 *
 * @param subjectLabel what it is about
 * @param shown the version whose drawing is shown: the active one, else the draft, else the last that was active
 * @param preview what that version says
 * @param draft null when nobody works on it
 * @param draftProblems what hinders the draft from being switched on
 * @param targetGone whether it leads to something that is gone, so that it never applies
 * @param running cases that are not decided yet, on all versions
 * @param used whether a case ever began on it; it can't be deleted then
 */
record FlowPage(
        Flow flow,
        String subjectLabel,
        FlowVersion shown,
        FlowPreview preview,
        @Nullable FlowVersion draft,
        List<FlowPreview.Problem> draftProblems,
        boolean targetGone,
        @Nullable FlowVersion active,
        List<Line> versions,
        long running,
        boolean used) {

    /**
     * A version in the history.
     *
     * @param by who switched it on, for a draft who saved it last
     * @param open cases on it that are not decided yet
     */
    record Line(
            int number,
            VersionState state,
            Instant at,
            @Nullable String by,
            @Nullable Instant until,
            @Nullable String untilBy,
            long open) {}
}
