package org.triviumcrm.sales.opportunity;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PersonMovedTeam;

/** Open opportunities go along when their owner changes teams. */
@Component
class OwnersWhoMove {

    private final OpportunityRepository opportunities;

    OwnersWhoMove(OpportunityRepository opportunities) {
        this.opportunities = opportunities;
    }

    @EventListener
    void on(PersonMovedTeam moved) {
        opportunities.moveOpenOnes(moved.personId(), moved.toTeamId());
    }
}
