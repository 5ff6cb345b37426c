package org.triviumcrm.identity.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the work of a run, a thousand records a transaction. Whoever goes on after a crash, on this node or another,
 * goes on with the records that are left.
 */
@Component
class BulkRunner {

    static final int STEP = 1_000;

    private final BulkRunRepository runs;
    private final BulkRowRepository rows;
    private final BulkActions actions;
    private final Viewers viewers;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkRunner(
            BulkRunRepository runs,
            BulkRowRepository rows,
            BulkActions actions,
            Viewers viewers,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.actions = actions;
        this.viewers = viewers;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** To the end; within the caller's transaction if there is one. */
    void run(long id) {
        boolean busy = true;
        while (busy) {
            busy = Boolean.TRUE.equals(transaction.execute(status -> step(id)));
        }
    }

    /** Gives up after an error that repeats. */
    void fail(long id) {
        runs.move(id, BulkState.FAILED, clock.instant());
    }

    /** False when nothing is left to do. */
    private boolean step(long id) {
        BulkRun run = runs.lock(id).orElse(null);
        if (run == null || !run.isBusy()) {
            return false;
        }
        // With the rights of now: a job may begin long after somebody asked for it.
        Viewer viewer = viewers.find(run.personId()).orElse(null);
        BulkAction<?> action = actions.find(run.recordType(), run.action()).orElse(null);
        if (viewer == null || action == null || !viewer.can(action.permission())) {
            runs.move(id, BulkState.FAILED, clock.instant());
            return false;
        }
        return step(run, viewer, action);
    }

    private <I> boolean step(BulkRun run, Viewer viewer, BulkAction<I> action) {
        Instant now = clock.instant();
        boolean back = run.state() == BulkState.UNDOING;
        I input = json.readValue(run.input(), action.input());
        List<Long> ids = rows.next(run, STEP);
        if (ids.isEmpty()) {
            runs.move(run.id(), back ? BulkState.UNDONE : BulkState.DONE, now);
            if (!back && run.done() > 0) {
                action.finished(viewer, input, run.done());
            }
            return false;
        }
        BulkBatch batch = new BulkBatch(run.id(), viewer, ids);
        Map<Long, BulkRefusal> refused = back ? action.undo(batch, input) : action.apply(batch, input);
        rows.settle(run.id(), ids, back ? "RETURNED" : "DONE", refused);
        int worked = ids.size() - refused.size();
        runs.count(run.id(), back ? -ids.size() : worked, refused.size(), back ? worked : 0, now);
        return true;
    }
}
