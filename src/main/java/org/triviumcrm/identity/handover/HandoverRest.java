package org.triviumcrm.identity.handover;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.identity.bulk.BulkTransfers;
import org.triviumcrm.identity.handover.HandoverRepository.Rest;
import org.triviumcrm.shared.list.MatchingRows;

/**
 * Goes on with hand-overs in which something had to stay, as soon as it can go: to whom it was meant for, as part of the same
 * hand-over, so that it comes back with it.
 */
@Component
class HandoverRest {

    private static final Logger LOG = LoggerFactory.getLogger(HandoverRest.class);

    /** Of one kind at a time; what is more goes the next time. */
    private static final int AT_ONCE = 1_000;

    private final HandoverRepository handovers;
    private final HeldKinds kinds;
    private final BulkTransfers transfers;
    private final HandoverJobs jobs;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandoverRest(
            HandoverRepository handovers,
            HeldKinds kinds,
            BulkTransfers transfers,
            HandoverJobs jobs,
            Viewers viewers,
            TransactionTemplate transaction,
            Clock clock) {
        this.handovers = handovers;
        this.kinds = kinds;
        this.transfers = transfers;
        this.jobs = jobs;
        this.viewers = viewers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One that can't go on is left for the next time and keeps none of the others back. */
    void run() {
        for (long id : handovers.withRest()) {
            try {
                transaction.executeWithoutResult(status -> goOn(id));
            } catch (RuntimeException e) {
                LOG.warn("Hand-over {} does not go on", id, e);
            }
        }
    }

    /** With the rights of whoever had it handed over; when that one has left as well, it stays. */
    private void goOn(long id) {
        if (handovers.lock(id).filter(state -> state == HandoverState.DONE).isEmpty()) {
            return;
        }
        Handover handover = handovers.find(id).orElseThrow();
        Viewer viewer = viewers.find(handover.byPersonId()).orElse(null);
        int place = handover.shares().size();
        for (OwnedRecords kind : kinds.records()) {
            if (viewer != null && viewer.can(kind.permission())) {
                for (Map.Entry<Long, List<Long>> one :
                        free(viewer, kind, handover).entrySet()) {
                    MatchingRows rows = new MatchingRows(
                            "",
                            "select t.id from " + kind.type() + " t where t.id = any(:ids)",
                            Map.of("ids", one.getValue().toArray(new Long[0])));
                    long run = transfers.begin(viewer, kind.type(), rows, one.getKey());
                    handovers.share(id, place++, kind.type(), one.getKey(), run);
                }
            }
        }
        if (place > handover.shares().size()) {
            handovers.move(id, HandoverState.RUNNING, clock.instant());
            jobs.start(id);
        }
    }

    /** Ids by receiver, without what would be refused again. */
    private Map<Long, List<Long>> free(Viewer viewer, OwnedRecords kind, Handover handover) {
        List<Rest> rest = handovers.rest(kind, handover, AT_ONCE);
        Map<Long, List<Long>> free = new TreeMap<>();
        if (!rest.isEmpty()) {
            Set<Long> refused =
                    kind.refusals(viewer, rest.stream().map(Rest::id).toList()).keySet();
            for (Rest one : rest) {
                if (!refused.contains(one.id())) {
                    free.computeIfAbsent(one.receiverId(), receiver -> new ArrayList<>())
                            .add(one.id());
                }
            }
        }
        return free;
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Void> goOnWithHandovers(ObjectProvider<HandoverRest> rest) {
            return Tasks.recurring("identity-handover-rest", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> rest.getObject().run());
        }
    }
}
