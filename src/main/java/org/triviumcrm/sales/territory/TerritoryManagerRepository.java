package org.triviumcrm.sales.territory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldRows;

/** Who manages which territories. */
@Repository
class TerritoryManagerRepository {

    private final JdbcClient database;
    private final HeldRows held;

    TerritoryManagerRepository(JdbcClient database) {
        this.database = database;
        this.held = new HeldRows(database, "territory", "manager_id");
    }

    /** With what is open in each, without what lies below. */
    List<HeldLine> of(long personId) {
        return database.sql("""
                        select null::text as label, t.name, coalesce(o.count, 0) as count, o.amount,
                               '/sales/territories/' || t.id || '/edit' as link
                        from territory t
                        left join lateral (select sum(x.count)::bigint as count, sum(x.base_amount) as amount from opportunity_total x
                                           where x.territory_id = t.id and x.state = 'OPEN') o on true
                        where t.manager_id = :person order by lower(t.name), t.id""").param("person", personId).query(HeldLine.class).list();
    }

    HeldRows held() {
        return held;
    }
}
