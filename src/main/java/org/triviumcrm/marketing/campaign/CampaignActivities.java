package org.triviumcrm.marketing.campaign;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewer;

/** Activities can be about a campaign. */
@Component
class CampaignActivities implements ActivitySubject {

    private final CampaignPageRepository pages;

    CampaignActivities(CampaignPageRepository pages) {
        this.pages = pages;
    }

    @Override
    public String type() {
        return CampaignList.NOUN;
    }

    @Override
    public String path(long id) {
        return CampaignList.PATH + "/" + id;
    }

    @Override
    public Optional<Subject> find(Viewer viewer, long id) {
        return pages.find(viewer, id).map(page -> new Subject(page.name(), path(id), null, null));
    }

    /** A campaign does not keep when it was last worked on. */
    @Override
    public void touched(long id, Instant at) {}
}
