package org.triviumcrm.marketing.score;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.Leads;
import org.triviumcrm.marketing.lead.LeadChangeRepository;
import org.triviumcrm.messaging.Notices;

/**
 * Gives points: within a minute to leads that have changed or done something, and once a day, or when a rule changes, to all of them, because
 * points lose their worth without anybody writing. Begun again after a stop it comes to the same.
 */
@Component
class Scoring {

    private static final int BATCH = 2_000;
    private static final Duration DAY = Duration.ofDays(1);

    /** Transactions that began before the last look may have been committed after it. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final Viewer JOB = Viewer.job("marketing.log.scores");

    private final ScoreRuleRepository rules;
    private final ScoreRepository scores;
    private final ThresholdRepository thresholds;
    private final ScoreConditions attributes;
    private final Leads leads;
    private final LeadChangeRepository changes;
    private final Notices notices;
    private final Viewers viewers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Scoring(
            ScoreRuleRepository rules,
            ScoreRepository scores,
            ThresholdRepository thresholds,
            ScoreConditions attributes,
            Leads leads,
            LeadChangeRepository changes,
            Notices notices,
            Viewers viewers,
            TransactionTemplate transactions,
            Clock clock) {
        this.rules = rules;
        this.scores = scores;
        this.thresholds = thresholds;
        this.attributes = attributes;
        this.leads = leads;
        this.changes = changes;
        this.notices = notices;
        this.viewers = viewers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is due. */
    void look() {
        Instant now = clock.instant();
        ScoreRepository.Looked looked = transactions.execute(
                transaction -> scores.looked().orElse(new ScoreRepository.Looked(null, Instant.EPOCH)));
        Instant all = looked.all();
        if (all == null || all.isBefore(now.minus(DAY))) {
            everybody();
            transactions.executeWithoutResult(transaction -> scores.looked(now, now));
            return;
        }
        List<Long> changed = transactions.execute(
                transaction -> changes.since(looked.changed().minus(OVERLAP)));
        for (int at = 0; at < changed.size(); at += BATCH) {
            List<Long> some = changed.subList(at, Math.min(changed.size(), at + BATCH));
            transactions.executeWithoutResult(transaction -> score(some));
        }
        transactions.executeWithoutResult(transaction -> scores.looked(all, now));
    }

    private void everybody() {
        long last = 0;
        while (last >= 0) {
            long from = last;
            last = transactions.execute(transaction -> {
                List<Long> some = scores.after(from, BATCH);
                if (some.isEmpty()) {
                    return -1L;
                }
                score(some);
                return some.get(some.size() - 1);
            });
        }
    }

    /** Some leads, within a transaction. */
    void score(List<Long> some) {
        Instant now = clock.instant();
        for (ScoreRule rule : rules.findByOrderByPointsDescIdAsc()) {
            if (rule.isActive()) {
                scores.give(rule, attributes.matching(attributes.read(rule.getConditions())), some, now);
            }
        }
        scores.addUp(some, now);
        for (ScoreThreshold threshold : thresholds.all()) {
            thresholds.reached(threshold, some, now).forEach(reached -> act(threshold, reached));
        }
    }

    private void act(ScoreThreshold threshold, ThresholdRepository.Reached reached) {
        Long person = threshold.personId();
        boolean given = false;
        if (person != null && threshold.assigns() && reached.ownerId() == null) {
            leads.give(JOB, reached.leadId(), person);
            given = true;
        }
        Long told = person != null && (given || sees(person, reached.leadId())) ? person : reached.ownerId();
        if (told != null) {
            notices.tell(
                    List.of(told),
                    given ? "marketing.score.given" : "marketing.score.reached",
                    List.of(reached.name(), (long) reached.score()),
                    "/marketing/leads/" + reached.leadId());
        }
    }

    /** Nobody is told of what is not for them to see, such as a lead that is another team's by now. */
    private boolean sees(long person, long lead) {
        return viewers.find(person).filter(viewer -> leads.isSeen(viewer, lead)).isPresent();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> scoreLeads(ObjectProvider<Scoring> scoring) {
            return Tasks.recurring("marketing-score-leads", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> scoring.getObject().look());
        }
    }
}
