package org.triviumcrm.marketing.lead;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Activities can be about a lead. */
@Component
class LeadActivities implements ActivitySubject {

    private final LeadPageRepository pages;

    LeadActivities(LeadPageRepository pages) {
        this.pages = pages;
    }

    @Override
    public String type() {
        return LeadList.NOUN;
    }

    @Override
    public String path(long id) {
        return LeadList.PATH + "/" + id;
    }

    @Override
    public Optional<Subject> find(Viewer viewer, long id) {
        return pages.find(viewer, id).map(page -> new Subject(page.name(), path(id), page.customerId(), null));
    }

    @Override
    public void touched(long id, Instant at) {
        pages.touch(id, at);
    }
}
