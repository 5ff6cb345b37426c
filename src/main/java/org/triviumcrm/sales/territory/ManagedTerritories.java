package org.triviumcrm.sales.territory;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.SharedGroups;

/** Who is in charge of a territory, or in its team, sees and works on what lies in it and below. */
@Component
class ManagedTerritories implements SharedGroups {

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public String column() {
        return "territory_id";
    }

    @Override
    public String sql() {
        return """
                with recursive reached as (
                    select t.id from territory t where t.manager_id = p.id
                    union select t.id from territory t where t.team_id = p.team_id
                    union select t.id from territory t join reached r on t.parent_id = r.id)
                select id from reached""";
    }
}
