package org.triviumcrm.sales.member;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.SharedRecords;

/** Co-owners see an opportunity wherever it is shown, until the last day in their own time zone is over. */
@Component
class SharedOpportunities implements SharedRecords {

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public String sql() {
        return """
                select m.opportunity_id as id, m.access = 'EDIT' as changeable from opportunity_member m
                where m.person_id = p.id and m.ended_at is null
                  and (m.until is null or m.until >= cast(cast(:now as timestamptz) at time zone p.time_zone as date))""";
    }
}
