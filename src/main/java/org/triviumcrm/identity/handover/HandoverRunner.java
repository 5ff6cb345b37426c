package org.triviumcrm.identity.handover;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.HeldWork;
import org.triviumcrm.identity.PersonLife;
import org.triviumcrm.identity.RecordsGiven;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.identity.bulk.BulkTransfers;
import org.triviumcrm.identity.handover.Handover.Share;

/**
 * Works off a hand-over: the bulk runs one after the other, then what goes at one stroke, and at last the person is switched
 * off; back in the same way. Whoever goes on after a crash goes on with what is left.
 */
@Component
class HandoverRunner {

    private final HandoverRepository handovers;
    private final HeldKinds kinds;
    private final BulkTransfers transfers;
    private final PersonLife people;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandoverRunner(
            HandoverRepository handovers,
            HeldKinds kinds,
            BulkTransfers transfers,
            PersonLife people,
            Viewers viewers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handovers = handovers;
        this.kinds = kinds;
        this.transfers = transfers;
        this.people = people;
        this.viewers = viewers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    void run(long id) {
        Handover handover = handovers.find(id).orElseThrow();
        Viewer viewer = viewers.find(handover.byPersonId()).orElseThrow();
        if (handover.state() == HandoverState.RUNNING) {
            give(handover, viewer);
        } else if (handover.state() == HandoverState.UNDOING) {
            takeBack(handover, viewer);
        }
    }

    /** Gives up after an error that repeats. */
    void fail(long id) {
        handovers.move(id, HandoverState.FAILED, clock.instant());
    }

    private void give(Handover handover, Viewer viewer) {
        for (Share share : handover.shares()) {
            if (share.runId() != null) {
                transfers.run(share.runId());
                if (!transfers.isDone(share.runId())) {
                    fail(handover.id());
                    return;
                }
            }
        }
        for (HeldWork work : kinds.others()) {
            List<Long> receivers = receivers(handover, work.key());
            if (!receivers.isEmpty()) {
                transaction.executeWithoutResult(status -> give(handover, viewer, work, receivers));
            }
        }
        end(handover, HandoverState.RUNNING, HandoverState.DONE, () -> people.switchOff(viewer, handover.personId()));
    }

    private void give(Handover handover, Viewer viewer, HeldWork work, List<Long> receivers) {
        boolean still = handovers.lock(handover.id()).orElseThrow() == HandoverState.RUNNING;
        if (still && !handovers.isDone(handover.id(), work.key()) && viewer.can(work.permission())) {
            Map<Long, Long> given = work.handOver(viewer, handover.personId(), receivers);
            handovers.note(handover.id(), work.key(), given);
            for (long receiver : receivers) {
                long count =
                        given.values().stream().filter(one -> one == receiver).count();
                if (count > 0) {
                    events.publishEvent(new RecordsGiven(work.key(), viewer.personId(), receiver, count));
                }
            }
        }
    }

    private void takeBack(Handover handover, Viewer viewer) {
        end(handover, HandoverState.UNDOING, HandoverState.UNDOING, () -> people.switchOn(viewer, handover.personId()));
        for (Share share : handover.shares()) {
            if (share.runId() != null) {
                transfers.takeBack(share.runId());
            }
        }
        for (HeldWork work : kinds.others()) {
            if (!receivers(handover, work.key()).isEmpty()) {
                transaction.executeWithoutResult(status -> {
                    if (handovers.isDone(handover.id(), work.key())) {
                        work.takeBack(viewer, handover.personId(), handovers.given(handover.id(), work.key()));
                        handovers.returned(handover.id(), work.key());
                    }
                });
            }
        }
        end(handover, HandoverState.UNDOING, HandoverState.UNDONE, () -> {});
    }

    private void end(Handover handover, HandoverState from, HandoverState to, Runnable last) {
        transaction.executeWithoutResult(status -> {
            if (handovers.lock(handover.id()).orElseThrow() == from) {
                last.run();
                handovers.move(handover.id(), to, clock.instant());
            }
        });
    }

    private static List<Long> receivers(Handover handover, String kind) {
        return handover.shares().stream()
                .filter(share -> share.kind().equals(kind))
                .map(Share::receiverId)
                .toList();
    }
}
