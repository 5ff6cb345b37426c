package org.triviumcrm.customer.segment;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.shared.condition.ConditionSql;

/**
 * Looks who belongs to segments: soon after somebody has changed one, and each hour, because time passes and customers change. Lists read
 * what it has written; nobody waits for it.
 */
@Component
class SegmentRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentRefresh.class);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Who left is known for so long: a list can be frozen as of any day of it. */
    private static final Duration KEPT = Duration.ofDays(2 * 365);

    private final SegmentRepository segments;
    private final SegmentMemberRepository members;
    private final SegmentConditions conditions;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SegmentRefresh(
            SegmentRepository segments,
            SegmentMemberRepository members,
            SegmentConditions conditions,
            TransactionTemplate transactions,
            Clock clock) {
        this.segments = segments;
        this.members = members;
        this.conditions = conditions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those that are due, one after the other; each is written as a whole or not at all. */
    void look() {
        Instant begun = clock.instant();
        while (one(begun.minus(HOUR))) {
            // the next one
        }
        transactions.executeWithoutResult(transaction -> members.forget(begun.minus(KEPT)));
    }

    private boolean one(Instant before) {
        AtomicReference<@Nullable Long> taken = new AtomicReference<>();
        try {
            transactions.executeWithoutResult(transaction -> {
                Optional<Long> next = members.take(before);
                taken.set(next.orElse(null));
                next.ifPresent(this::refresh);
            });
        } catch (DataAccessException e) {
            LOG.warn("A segment could not be looked at; it is tried again in an hour, after the others.", e);
            Optional.ofNullable(taken.get()).ifPresent(this::putOff);
        }
        return taken.get() != null;
    }

    /** One that can't be looked at keeps nobody else waiting. */
    private void putOff(long segmentId) {
        transactions.executeWithoutResult(
                transaction -> members.done(segmentId, 0, "customer.segment.problem.late", clock.instant()));
    }

    /** Within a transaction. A field that was taken away makes a segment stay as it was, and its page says so. */
    void refresh(long segmentId) {
        Instant now = clock.instant();
        Segment segment = segments.findById(segmentId).orElse(null);
        if (segment == null) {
            return;
        }
        ConditionSql.Matching matching;
        try {
            matching = conditions.matching(conditions.read(segment.getConditions()));
        } catch (IllegalArgumentException gone) {
            members.done(segmentId, 0, "customer.segment.problem.gone", now);
            return;
        }
        members.done(segmentId, members.refresh(segmentId, matching, now), null, now);
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> refreshSegments(ObjectProvider<SegmentRefresh> refresh) {
            return Tasks.recurring("customer-refresh-segments", FixedDelay.of(Duration.ofSeconds(20)))
                    .execute((instance, context) -> refresh.getObject().look());
        }
    }
}
