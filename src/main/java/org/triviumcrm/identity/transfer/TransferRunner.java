package org.triviumcrm.identity.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.RecordsGiven;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.identity.transfer.TransferRowRepository.Moved;
import org.triviumcrm.shared.exchange.RecordWriter;

/**
 * Does the work of a transfer, a thousand records a transaction. Whoever goes on after a crash, on this node or another,
 * goes on with the records that are left.
 */
@Component
class TransferRunner {

    static final int STEP = 1_000;
    private static final int CHANGED = 1;

    private final TransferRepository transfers;
    private final TransferRowRepository rows;
    private final RecordWriter records;
    private final Map<String, OwnedRecords> kinds;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferRunner(
            TransferRepository transfers,
            TransferRowRepository rows,
            RecordWriter records,
            List<OwnedRecords> kinds,
            Viewers viewers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.rows = rows;
        this.records = records;
        this.kinds = kinds.stream().collect(Collectors.toMap(OwnedRecords::type, Function.identity()));
        this.viewers = viewers;
        this.transaction = transaction;
        this.events = events;
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
        transfers.move(id, TransferState.FAILED, clock.instant());
    }

    /** False when nothing is left to do. */
    private boolean step(long id) {
        Transfer transfer = transfers.lock(id).orElse(null);
        if (transfer == null || !transfer.isBusy()) {
            return false;
        }
        Instant now = clock.instant();
        List<Long> ids = transfers.next(transfer, STEP);
        boolean back = transfer.state() == TransferState.UNDOING;
        if (ids.isEmpty()) {
            transfers.move(id, back ? TransferState.UNDONE : TransferState.DONE, now);
            if (!back && transfer.given() > 0) {
                events.publishEvent(new RecordsGiven(
                        transfer.recordType(), transfer.personId(), transfer.ownerId(), transfer.given()));
            }
            return false;
        }
        // With the rights of now: a job may begin long after somebody asked for it.
        Viewer giver = viewers.find(transfer.personId()).orElse(null);
        OwnedRecords kind = kinds.get(transfer.recordType());
        if (giver == null || kind == null || !giver.can(kind.permission())) {
            transfers.move(id, TransferState.FAILED, now);
            return false;
        }
        List<Moved> moved = back
                ? rows.takeBack(transfer, ids, now)
                : rows.give(transfer, ids, giver.scope(transfer.recordType()).base(), now);
        rows.keep(transfer, ids);
        tell(transfer, kind, moved, back, now);
        int kept = ids.size() - moved.size();
        transfers.count(id, back ? -kept : moved.size(), kept, back ? moved.size() : 0, now);
        return true;
    }

    private void tell(Transfer transfer, OwnedRecords kind, List<Moved> moved, boolean back, Instant now) {
        if (moved.isEmpty()) {
            return;
        }
        String cause = back ? "identity.history.transfer.undo#" : "identity.history.transfer#";
        long revision = records.revision(now, transfer.personId(), cause + transfer.id());
        records.history(transfer.recordType(), moved.stream().map(Moved::id).toList(), CHANGED, revision);
        for (Moved one : moved) {
            @Nullable Long owner = transfer.ownerId();
            kind.given(one.id(), back ? owner : one.person(), back ? one.person() : owner);
        }
    }
}
