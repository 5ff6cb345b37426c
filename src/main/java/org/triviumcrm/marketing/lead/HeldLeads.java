package org.triviumcrm.marketing.lead;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadFacts;
import org.triviumcrm.marketing.Leads;

/** Leads in the hands of other modules. */
@Component
class HeldLeads implements Leads {

    private final LeadService leads;

    HeldLeads(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public boolean isSeen(Viewer viewer, long id) {
        return viewer.can("marketing.lead.view") && leads.isVisible(viewer, id);
    }

    @Override
    public LeadFacts find(Viewer viewer, long id) {
        return facts(leads.page(viewer, id));
    }

    @Override
    public LeadFacts hold(Viewer viewer, long id) {
        return facts(leads.hold(viewer, id));
    }

    @Override
    public int qualify(Viewer viewer, long id, @Nullable Long customerId, @Nullable Long contactId) {
        return leads.qualify(viewer, id, customerId, contactId);
    }

    @Override
    public void give(Viewer viewer, long id, long personId) {
        leads.give(viewer, id, personId);
    }

    @Override
    public void takeBack(Viewer viewer, long id) {
        leads.unqualify(viewer, id);
    }

    private static LeadFacts facts(LeadPage page) {
        return new LeadFacts(
                page.id(),
                page.name(),
                page.fullName(),
                page.company(),
                page.jobTitle(),
                page.email(),
                page.phone(),
                page.country(),
                page.region(),
                page.city(),
                page.industry(),
                page.source(),
                page.noEmail(),
                page.noCall(),
                page.campaignId(),
                page.note(),
                page.ownerId(),
                page.createdAt(),
                page.state().isOpen(),
                page.version());
    }
}
