package org.triviumcrm.sales.opportunity;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.OwnerChange;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.OpportunitiesTransferred;

/** Opportunities can be given to somebody else, many at once. */
@Component
class OwnedOpportunities implements OwnedRecords {

    private final OwnershipRepository owners;
    private final ApplicationEventPublisher events;

    OwnedOpportunities(OwnershipRepository owners, ApplicationEventPublisher events) {
        this.owners = owners;
        this.events = events;
    }

    @Override
    public String type() {
        return OpportunityList.NOUN;
    }

    @Override
    public String permission() {
        return "sales.opportunity.transfer";
    }

    /** What is decided stays with whoever decided it, and so do the figures of the past. */
    @Override
    public String leaving() {
        return "t.state in ('OPEN', 'SUSPENDED')";
    }

    @Override
    public List<HeldLine> held(Viewer viewer, long personId) {
        return owners.held(viewer, personId);
    }

    @Override
    public void giving(Viewer viewer, String cause) {
        owners.giver(viewer, cause);
    }

    @Override
    public void given(List<OwnerChange> changes) {
        events.publishEvent(new OpportunitiesTransferred(changes));
    }
}
