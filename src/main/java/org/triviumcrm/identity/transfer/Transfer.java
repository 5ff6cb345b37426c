package org.triviumcrm.identity.transfer;

import java.time.Duration;
import java.time.Instant;

/**
 * Many records of one kind given to one person.
 *
 * @param personId who gave them
 * @param total records that were chosen
 * @param given those that went to the new owner
 * @param kept those that stayed: the person's already, gone, or no longer visible to who gave them
 * @param returned those that were taken back
 */
public record Transfer(
        long id,
        String recordType,
        long personId,
        long ownerId,
        String owner,
        TransferState state,
        long total,
        long given,
        long kept,
        long returned,
        Instant createdAt) {

    /** How long a transfer can be taken back. */
    static final Duration UNDOABLE = Duration.ofDays(7);

    public boolean isBusy() {
        return state.isBusy();
    }

    /** Rows that are worked off, of those that {@link #work} counts. */
    public long progress() {
        return state == TransferState.UNDOING ? returned : given + kept;
    }

    public long work() {
        return state == TransferState.UNDOING ? given : total;
    }

    public int percent() {
        return work() == 0 ? 100 : (int) Math.min(100, progress() * 100 / work());
    }

    public boolean mayBeUndone(Instant now) {
        boolean over = state == TransferState.DONE || state == TransferState.FAILED;
        return over && given > 0 && now.isBefore(createdAt.plus(UNDOABLE));
    }
}
