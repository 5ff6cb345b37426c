package org.triviumcrm.marketing.lead;

import java.util.List;
import org.triviumcrm.shared.exchange.ImportTable;

/** Leads as files fill them. */
public final class LeadTable {

    public static final ImportTable LEAD = new ImportTable(
            "lead",
            "lead",
            "name",
            LeadList.PATH + "/{id}",
            true,
            List.of(),
            "r.customer_id is not null or r.contact_id is not null"
                    + " or exists (select 1 from activity a where a.about_type = 'lead' and a.about_id = r.id)");

    private LeadTable() {}
}
