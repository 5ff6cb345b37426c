package org.triviumcrm.support.ticket;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Calls, meetings and tasks can be about a ticket. */
@Component
class TicketActivities implements ActivitySubject {

    private final TicketPageRepository pages;

    TicketActivities(TicketPageRepository pages) {
        this.pages = pages;
    }

    @Override
    public String type() {
        return TicketList.NOUN;
    }

    @Override
    public String path(long id) {
        return TicketList.PATH + "/" + id;
    }

    @Override
    public Optional<Subject> find(Viewer viewer, long id) {
        return pages.find(viewer, id).map(page -> new Subject(page.title(), path(id), page.customerId(), null));
    }

    /** Its conversation says when somebody last did something about it. */
    @Override
    public void touched(long id, Instant at) {}
}
