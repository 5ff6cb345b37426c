package org.triviumcrm.marketing.lead;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.LeadIntake;
import org.triviumcrm.identity.Viewer;

/** Makes leads for other modules. */
@Component
class TakenLeads implements LeadIntake {

    private final LeadService leads;

    TakenLeads(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("marketing.lead.create");
    }

    @Override
    public long take(Viewer viewer, NewLead lead) {
        SaveLead input = new SaveLead(
                lead.name(),
                null,
                null,
                lead.email(),
                null,
                null,
                null,
                null,
                null,
                lead.source(),
                null,
                null,
                false,
                false,
                lead.note(),
                viewer.isJob() ? null : viewer.personId(),
                Map.of(),
                0);
        return leads.capture(viewer, input, Map.of());
    }

    @Override
    public String path(long id) {
        return "/marketing/leads/" + id;
    }
}
