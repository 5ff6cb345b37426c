package org.triviumcrm.customer.customer;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Activities can be about a customer. */
@Component
class CustomerActivities implements ActivitySubject {

    private final CustomerPageRepository pages;

    CustomerActivities(CustomerPageRepository pages) {
        this.pages = pages;
    }

    @Override
    public String type() {
        return "customer";
    }

    @Override
    public String path(long id) {
        return "/customers/" + id;
    }

    @Override
    public Optional<Subject> find(Viewer viewer, long id) {
        return pages.find(viewer, id).map(page -> new Subject(page.name(), path(id), id, null));
    }

    @Override
    public void touched(long id, Instant at) {
        pages.touch(id, at);
    }
}
