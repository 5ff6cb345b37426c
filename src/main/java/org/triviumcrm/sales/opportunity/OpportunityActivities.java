package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Activities can be about an opportunity. */
@Component
class OpportunityActivities implements ActivitySubject {

    private final OpportunityPageRepository pages;
    private final OpportunityRepository opportunities;

    OpportunityActivities(OpportunityPageRepository pages, OpportunityRepository opportunities) {
        this.pages = pages;
        this.opportunities = opportunities;
    }

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public String path(long id) {
        return "/sales/opportunities/" + id;
    }

    @Override
    public Optional<Subject> find(Viewer viewer, long id) {
        return pages.find(viewer, id)
                .map(page -> new Subject(page.name(), path(id), page.customerId(), page.baseAmount()));
    }

    @Override
    public void touched(long id, Instant at) {
        opportunities.touch(id, at);
    }
}
