package org.triviumcrm.identity.bulk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action on many records of one kind.
 *
 * @param personId who asked for it
 * @param input what was said in its form, as JSON
 * @param target what it is done with, in words, such as the new owner's name
 * @param total records that were chosen
 * @param done those it was done with and not taken back
 * @param refused those that stayed as they were, each with its reason
 * @param returned those it was taken back for
 */
public record BulkRun(
        long id,
        String recordType,
        String action,
        String input,
        @Nullable String target,
        long personId,
        BulkState state,
        long total,
        long done,
        long refused,
        long returned,
        Instant createdAt) {

    /** How long a run can be taken back. */
    static final Duration UNDOABLE = Duration.ofDays(7);

    public boolean isBusy() {
        return state.isBusy();
    }

    /** Rows that are worked off, of those that {@link #work} counts. */
    public long progress() {
        return state == BulkState.UNDOING ? returned : done + refused;
    }

    public long work() {
        return state == BulkState.UNDOING ? returned + done : total;
    }

    public int percent() {
        return work() == 0 ? 100 : (int) Math.min(100, progress() * 100 / work());
    }

    /** Whether it is over and young enough; whether its action can be taken back is another question. */
    boolean mayBeUndone(Instant now) {
        boolean over = state == BulkState.DONE || state == BulkState.FAILED;
        return over && done > 0 && now.isBefore(createdAt.plus(UNDOABLE));
    }
}
