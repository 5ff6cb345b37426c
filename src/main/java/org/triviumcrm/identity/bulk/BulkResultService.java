package org.triviumcrm.identity.bulk;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.web.NotFound;

/** What became of the viewer's own runs. */
@Service
class BulkResultService {

    private static final int LATEST = 50;
    private static final int REASONS = 20;
    private static final int PAGE = 50;

    private final BulkRunRepository runs;
    private final BulkRowRepository rows;
    private final BulkActions actions;
    private final ListSelection lists;
    private final Clock clock;

    BulkResultService(
            BulkRunRepository runs, BulkRowRepository rows, BulkActions actions, ListSelection lists, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.actions = actions;
        this.lists = lists;
        this.clock = clock;
    }

    /** The viewer's own, the latest first, without their rows. */
    @SignedIn
    @Transactional(readOnly = true)
    List<BulkResult> latest(Viewer viewer) {
        if (!actions.any(viewer)) {
            throw new AccessDeniedException("Nothing to do with many records for this viewer");
        }
        return runs.latest(viewer.personId(), LATEST).stream()
                .flatMap(run -> actions
                        .find(run.recordType(), run.action())
                        .filter(action -> viewer.can(action.permission()))
                        .map(action -> result(viewer, run, action, "DONE", List.of(), List.of()))
                        .stream())
                .toList();
    }

    /**
     * One of the viewer's own.
     *
     * @param outcome {@code DONE}, {@code REFUSED} or {@code RETURNED}; null for those that say most
     * @param after the last key of the page before
     */
    @SignedIn
    @Transactional(readOnly = true)
    BulkResult result(Viewer viewer, long id, @Nullable String outcome, @Nullable Long after) {
        BulkRun run = runs.find(id)
                .filter(found -> found.personId() == viewer.personId())
                .orElseThrow(NotFound::new);
        BulkAction<?> action = actions.find(run.recordType(), run.action())
                .filter(found -> viewer.can(found.permission()))
                .orElseThrow(NotFound::new);
        if (run.isBusy()) {
            return result(viewer, run, action, "DONE", List.of(), List.of());
        }
        String shown = outcome != null ? outcome : run.refused() > 0 ? "REFUSED" : run.done() > 0 ? "DONE" : "RETURNED";
        List<BulkResult.Row> page = rows.rows(run, shown, after, viewer.scope(run.recordType()), PAGE + 1);
        return result(viewer, run, action, shown, rows.reasons(id, REASONS), page);
    }

    private BulkResult result(
            Viewer viewer,
            BulkRun run,
            BulkAction<?> action,
            String outcome,
            List<BulkResult.Reason> reasons,
            List<BulkResult.Row> page) {
        List<BulkResult.Row> shown = page.size() > PAGE ? page.subList(0, PAGE) : page;
        return new BulkResult(
                run,
                action.label(),
                lists.ticked(run.recordType(), viewer, List.of()).list(),
                action.undoable() && run.mayBeUndone(clock.instant()),
                !run.isBusy() && run.refused() > 0,
                reasons,
                outcome,
                shown,
                page.size() > PAGE ? shown.get(PAGE - 1).id() : null);
    }
}
