package org.triviumcrm.approval.absence;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PersonSwitchedOff;

/** Who can't sign in any more decides nothing any more: what they were asked goes on to others at once. */
@Component
class LeavingApprovers {

    private final GivingAway tasks;

    LeavingApprovers(GivingAway tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void handOver(PersonSwitchedOff event) {
        tasks.of(event.personId());
    }
}
