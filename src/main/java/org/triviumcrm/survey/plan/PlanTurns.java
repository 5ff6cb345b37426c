package org.triviumcrm.survey.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.survey.Surveys;
import org.triviumcrm.survey.invitation.InvitationPost;

/**
 * Asks those whose turn it is, a few at a time; each few in a transaction that holds their plan, so that nobody is asked twice
 * whichever node comes first.
 */
@Component
class PlanTurns {

    private static final Logger LOG = LoggerFactory.getLogger(PlanTurns.class);
    private static final int AT_ONCE = 200;
    private static final int PERCENT = 100;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final PlanTurnRepository turns;
    private final InvitationPost post;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlanTurns(PlanTurnRepository turns, InvitationPost post, TransactionTemplate transactions, Clock clock) {
        this.turns = turns;
        this.post = post;
        this.transactions = transactions;
        this.clock = clock;
    }

    void work() {
        for (long plan : turns.due(clock.instant())) {
            try {
                while (Boolean.TRUE.equals(transactions.execute(status -> some(plan)))) {
                    LOG.debug("Plan {} goes on", plan);
                }
            } catch (RuntimeException e) {
                LOG.warn("The survey plan {} is looked at again later", plan, e);
                transactions.executeWithoutResult(
                        status -> turns.next(plan, clock.instant().plus(PAUSE)));
            }
        }
    }

    /** @return whether there is more to do */
    private boolean some(long id) {
        Instant now = clock.instant();
        return turns.hold(id, now).map(plan -> ask(plan, now)).orElse(false);
    }

    private boolean ask(PlanTurnRepository.Due plan, Instant now) {
        long left = allowed(turns.concerned(plan), plan.weeklyShare()) - turns.asked(plan.id(), now.minus(WEEK));
        Instant since =
                now.atOffset(ZoneOffset.UTC).minusMonths(plan.everyMonths()).toInstant();
        List<PlanTurnRepository.Turn> next = left <= 0 ? List.of() : turns.turns(plan, since, Math.min(left, AT_ONCE));
        boolean sent = next.stream()
                .map(turn -> new Surveys.Invitation(
                        plan.surveyId(), turn.email(), turn.name(), turn.customerId(), turn.contactId(), null))
                .allMatch(invitation -> post.invite(invitation, plan.id()));
        boolean more = sent && next.size() == AT_ONCE;
        if (!more) {
            turns.next(plan.id(), now.plus(PAUSE));
        }
        return more;
    }

    /** How many may be asked in a week: the share of them, rounded up so that it is never nobody. */
    static long allowed(long concerned, int share) {
        return (concerned * share + PERCENT - 1) / PERCENT;
    }
}
