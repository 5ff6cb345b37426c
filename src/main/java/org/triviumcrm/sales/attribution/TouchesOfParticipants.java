package org.triviumcrm.sales.attribution;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.marketing.ParticipationUndone;
import org.triviumcrm.sales.OpportunityCreated;
import org.triviumcrm.sales.OpportunityWon;

/**
 * Campaigns that a customer's people took part in, or that brought the leads that they were, touch the opportunities that follow: as one
 * is opened, and once more when it is won, for what they came to meanwhile. In the transaction of whoever opens or wins it.
 */
@Component
class TouchesOfParticipants {

    /** What is longer ago than a year before an opportunity has not brought it. */
    static final int DAYS = 365;

    private final AttributionRepository touches;
    private final ManyTouchRepository many;
    private final Clock clock;

    TouchesOfParticipants(AttributionRepository touches, ManyTouchRepository many, Clock clock) {
        this.many = many;
        this.touches = touches;
        this.clock = clock;
    }

    @EventListener
    void opened(OpportunityCreated event) {
        note(event.opportunityId());
    }

    @EventListener
    void won(OpportunityWon event) {
        note(event.opportunityId());
    }

    /** Who did not come after all, or was taken out, has brought nothing; others of the same customer may have. */
    @EventListener
    void undone(ParticipationUndone event) {
        List<Long> opportunities = many.undo(event);
        if (!opportunities.isEmpty()) {
            many.note(opportunities, DAYS, clock.instant());
        }
    }

    private void note(long opportunityId) {
        touches.touchByParticipants(opportunityId, DAYS, clock.instant());
        touches.reckon(opportunityId);
    }
}
