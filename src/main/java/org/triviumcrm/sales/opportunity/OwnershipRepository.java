package org.triviumcrm.sales.opportunity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Who has which opportunities, and who gives them away: the database notes each change of an owner by itself. */
@Repository
class OwnershipRepository {

    private final JdbcClient database;

    OwnershipRepository(JdbcClient database) {
        this.database = database;
    }

    /** For the rest of the transaction. @param cause message key and, after a #, its number; null when by hand */
    void giver(Viewer viewer, @Nullable String cause) {
        database.sql("select set_config('trivium.giver', :giver, true), set_config('trivium.cause', :cause, true)")
                .param("giver", viewer.isJob() ? "" : Long.toString(viewer.personId()))
                .param("cause", cause == null ? "" : cause)
                .query()
                .singleRow();
    }

    /** What somebody still works on, by stage, and what is suspended. */
    List<HeldLine> held(Viewer viewer, long personId) {
        Scope scope = viewer.scope(OpportunityList.NOUN);
        return database.sql("""
                        select case when o.state = 'SUSPENDED' then 'sales.state.SUSPENDED' end as label,
                               case when o.state = 'OPEN' then min(l.name) || ' · ' || min(s.name) end as name,
                               count(*) as count, sum(o.base_amount) as amount,
                               '/sales/opportunities?f.owner=' || :person || '&f.state=' || o.state
                                   || case when o.state = 'OPEN' then '&f.stage=' || min(s.id) else '' end as link
                        from opportunity o join stage s on s.id = o.stage_id join pipeline l on l.id = o.pipeline_id
                        where o.owner_id = :person and o.state in ('OPEN', 'SUSPENDED') and %s
                        group by o.state, case when o.state = 'OPEN' then s.id end
                        order by o.state, min(l.position), min(s.position)""".formatted(scope.sql("o")))
                .params(scope.parameters())
                .param("person", personId)
                .query(HeldLine.class)
                .list();
    }
}
