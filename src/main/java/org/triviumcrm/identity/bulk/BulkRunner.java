package org.triviumcrm.identity.bulk;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the work of a run, some thousand records a transaction, on all processors where the action allows it. Whoever goes on after
 * a crash, on this node or another, goes on with the records that are left.
 */
@Component
class BulkRunner {

    /** As many as a person waits for; more of them are worked off in the background. */
    static final int AT_ONCE = 1_000;

    /** More only wait for each other: they all add to the same totals. */
    private static final int MOST_WORKERS = 4;

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
        int workers = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : workers(id);
        if (workers > 1) {
            sideBySide(id, workers);
        }
        untilFalse(() -> step(id));
    }

    /** Gives up after an error that repeats. */
    void fail(long id) {
        runs.move(id, BulkState.FAILED, clock.instant());
    }

    private int workers(long id) {
        long steps = runs.find(id)
                .flatMap(run -> actions.find(run.recordType(), run.action())
                        .filter(BulkAction::sideBySide)
                        .map(action -> (run.total() + action.step() - 1L) / action.step()))
                .orElse(1L);
        return (int) Math.min(
                steps, Math.max(2, Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors())));
    }

    /** What one after the other leaves for the end is only to say that all is done. */
    private void sideBySide(long id, int workers) {
        ExecutorService threads = Executors.newFixedThreadPool(workers, work -> new Thread(work, "bulk-run-" + id));
        try {
            List<Callable<Void>> work = Collections.nCopies(workers, () -> {
                untilFalse(() -> stepBeside(id));
                return null;
            });
            for (Future<Void> worker : threads.invokeAll(work)) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Run " + id + " stopped", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Run " + id + " was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each call in a transaction. */
    private void untilFalse(BooleanSupplier step) {
        boolean busy = true;
        while (busy) {
            busy = Boolean.TRUE.equals(transaction.execute(status -> step.getAsBoolean()));
        }
    }

    /** False when nothing is left to do. */
    private boolean step(long id) {
        BulkRun run = runs.lock(id).filter(BulkRun::isBusy).orElse(null);
        if (run == null) {
            return false;
        }
        Work<?> work = work(run);
        if (work == null) {
            runs.move(id, BulkState.FAILED, clock.instant());
            return false;
        }
        List<Long> ids = rows.next(run, work.action().step());
        if (ids.isEmpty()) {
            runs.move(id, work.back() ? BulkState.UNDONE : BulkState.DONE, clock.instant());
            work.finished();
            return false;
        }
        settle(work, ids);
        return true;
    }

    /** False when nothing is left that nobody else works on. */
    private boolean stepBeside(long id) {
        BulkRun run = runs.find(id).filter(BulkRun::isBusy).orElse(null);
        Work<?> work = run == null ? null : work(run);
        if (run == null || work == null) {
            return false;
        }
        List<Long> ids = rows.free(run, work.action().step());
        if (!ids.isEmpty()) {
            settle(work, ids);
        }
        return !ids.isEmpty();
    }

    /** With the rights of now: a job may begin long after somebody asked for it. Null without them. */
    private @Nullable Work<?> work(BulkRun run) {
        Viewer viewer = viewers.find(run.personId()).orElse(null);
        BulkAction<?> action = actions.find(run.recordType(), run.action()).orElse(null);
        return viewer == null || action == null || !viewer.can(action.permission())
                ? null
                : Work.of(run, viewer, action, json);
    }

    private void settle(Work<?> work, List<Long> ids) {
        long id = work.run().id();
        Map<Long, BulkRefusal> refused = work.take(ids);
        rows.settle(id, ids, work.back() ? "RETURNED" : "DONE", refused);
        int worked = ids.size() - refused.size();
        runs.count(id, work.back() ? -ids.size() : worked, refused.size(), work.back() ? worked : 0, clock.instant());
    }

    /** A run with its action, and whose it is. */
    private record Work<I>(BulkRun run, Viewer viewer, BulkAction<I> action, I input) {

        static <I> Work<I> of(BulkRun run, Viewer viewer, BulkAction<I> action, JsonMapper json) {
            return new Work<>(run, viewer, action, json.readValue(run.input(), action.input()));
        }

        boolean back() {
            return run.state() == BulkState.UNDOING;
        }

        Map<Long, BulkRefusal> take(List<Long> ids) {
            BulkBatch batch = new BulkBatch(run.id(), viewer, ids);
            return back() ? action.undo(batch, input) : action.apply(batch, input);
        }

        void finished() {
            if (!back() && run.done() > 0) {
                action.finished(viewer, input, run.done());
            }
        }
    }
}
