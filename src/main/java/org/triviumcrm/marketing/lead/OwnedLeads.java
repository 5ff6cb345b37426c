package org.triviumcrm.marketing.lead;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.OwnedRecords;

/** Leads can be given to somebody else, many at once; those that are decided stay with who decided them. */
@Component
class OwnedLeads implements OwnedRecords {

    @Override
    public String type() {
        return LeadList.NOUN;
    }

    @Override
    public String permission() {
        return "marketing.lead.transfer";
    }

    @Override
    public String leaving() {
        return "t.state in ('NEW', 'WORKING')";
    }
}
