package org.triviumcrm.sales.member;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PersonSwitchedOff;
import org.triviumcrm.sales.OpportunitiesPooled;

/**
 * Whoever can't sign in any more is no co-owner any more, and is none again by coming back. What goes into a pool has no
 * co-owners: whoever takes it out chooses anew.
 */
@Component
class MembersWhoLeave {

    private final MemberRepository members;
    private final Clock clock;

    MembersWhoLeave(MemberRepository members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @EventListener
    void on(PersonSwitchedOff left) {
        members.endAllOf(left.personId(), left.viewer().personId(), clock.instant());
    }

    @EventListener
    void onPool(OpportunitiesPooled pooled) {
        members.endAllIn(pooled.opportunityIds(), pooled.by(), clock.instant());
    }
}
