package org.triviumcrm.sales.contract;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Activities can be about a contract. */
@Component
class ContractActivities implements ActivitySubject {

    private final ContractPageRepository pages;

    ContractActivities(ContractPageRepository pages) {
        this.pages = pages;
    }

    @Override
    public String type() {
        return ContractList.NOUN;
    }

    @Override
    public String path(long id) {
        return ContractList.PATH + "/" + id;
    }

    @Override
    public Optional<Subject> find(Viewer viewer, long id) {
        return pages.find(viewer, id)
                .map(page ->
                        new Subject(page.label() + " " + page.name(), path(id), page.customerId(), page.baseNet()));
    }

    /** A contract does not keep when it was last worked on. */
    @Override
    public void touched(long id, Instant at) {}
}
