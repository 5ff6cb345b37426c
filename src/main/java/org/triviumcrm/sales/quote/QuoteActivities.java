package org.triviumcrm.sales.quote;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Activities can be about a quote. */
@Component
class QuoteActivities implements ActivitySubject {

    private final QuotePageRepository pages;

    QuoteActivities(QuotePageRepository pages) {
        this.pages = pages;
    }

    @Override
    public String type() {
        return QuoteList.NOUN;
    }

    @Override
    public String path(long id) {
        return QuoteList.PATH + "/" + id;
    }

    @Override
    public Optional<Subject> find(Viewer viewer, long id) {
        return pages.find(viewer, id)
                .map(page ->
                        new Subject(page.label() + " " + page.name(), path(id), page.customerId(), page.baseNet()));
    }

    /** A quote does not keep when it was last worked on. */
    @Override
    public void touched(long id, Instant at) {}
}
