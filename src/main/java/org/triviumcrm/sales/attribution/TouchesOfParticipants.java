package org.triviumcrm.sales.attribution;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.OpportunityCreated;
import org.triviumcrm.sales.OpportunityWon;

/**
 * Campaigns that a customer's people took part in touch the opportunities that follow: as one is opened, and once more when it is
 * won, for what they came to meanwhile. In the transaction of whoever opens or wins it.
 */
@Component
class TouchesOfParticipants {

    /** What is longer ago than a year before an opportunity has not brought it. */
    static final int DAYS = 365;

    private final AttributionRepository touches;
    private final Clock clock;

    TouchesOfParticipants(AttributionRepository touches, Clock clock) {
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

    private void note(long opportunityId) {
        touches.touchByParticipants(opportunityId, DAYS, clock.instant());
        touches.reckon(opportunityId);
    }
}
