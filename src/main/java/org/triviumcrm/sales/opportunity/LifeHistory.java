package org.triviumcrm.sales.opportunity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;

/** Takes steps in an opportunity's life, and notes what each has changed, in the caller's transaction. */
@Component
class LifeHistory {

    private final StateChangeRepository changes;
    private final Clock clock;

    LifeHistory(StateChangeRepository changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** @param reason why, where somebody has to say it; null where another field says it */
    <T extends @Nullable Object> T note(
            Viewer viewer, Opportunity opportunity, @Nullable String reason, Function<Instant, T> step) {
        // As the database keeps it: what else is noted of the step has the same time.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OpportunityLife before = opportunity.getLife();
        Instant since = opportunity.standing().since();
        T done = step.apply(now);
        OpportunityLife after = opportunity.getLife();
        if (!after.equals(before)) {
            changes.save(new StateChange(opportunity.getId(), before, after, since, now, viewer.personId(), reason));
        }
        return done;
    }
}
