package org.triviumcrm.customer.contact;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Activities can be about a contact. */
@Component
class ContactActivities implements ActivitySubject {

    private final ContactPageRepository pages;

    ContactActivities(ContactPageRepository pages) {
        this.pages = pages;
    }

    @Override
    public String type() {
        return "contact";
    }

    @Override
    public String path(long id) {
        return "/contacts/" + id;
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
