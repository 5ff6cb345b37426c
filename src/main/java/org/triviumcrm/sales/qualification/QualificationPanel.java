package org.triviumcrm.sales.qualification;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadPanel;

/** On a lead's page: what has become of it. */
@Component
class QualificationPanel implements LeadPanel {

    @Override
    public String key() {
        return "qualification";
    }

    @Override
    public boolean isFor(Viewer viewer, boolean became) {
        return became && viewer.can("marketing.lead.view");
    }

    @Override
    public String url(long leadId) {
        return "/sales/leads/" + leadId + "/qualification/outcome";
    }
}
