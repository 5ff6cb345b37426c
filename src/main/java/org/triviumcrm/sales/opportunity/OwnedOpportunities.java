package org.triviumcrm.sales.opportunity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.sales.OpportunityTransferred;

/** Opportunities can be given to somebody else, many at once. */
@Component
class OwnedOpportunities implements OwnedRecords {

    private final ApplicationEventPublisher events;

    OwnedOpportunities(ApplicationEventPublisher events) {
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

    @Override
    public void given(long id, @Nullable Long fromPersonId, @Nullable Long toPersonId) {
        events.publishEvent(new OpportunityTransferred(
                id, Objects.requireNonNull(fromPersonId), Objects.requireNonNull(toPersonId)));
    }
}
