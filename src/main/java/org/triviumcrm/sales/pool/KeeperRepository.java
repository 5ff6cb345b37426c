package org.triviumcrm.sales.pool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldRows;

/** Who keeps which pools. */
@Repository
class KeeperRepository {

    private final JdbcClient database;
    private final HeldRows held;

    KeeperRepository(JdbcClient database) {
        this.database = database;
        this.held = new HeldRows(database, "opportunity_pool", "keeper_id");
    }

    List<HeldLine> of(long personId) {
        return database.sql("""
                        select null::text as label, p.name, o.count, o.amount, '/sales/pool?f.pool=' || p.id as link
                        from opportunity_pool p
                        cross join lateral (select count(*), sum(base_amount) as amount from opportunity where pool_id = p.id) o
                        where p.keeper_id = :person order by p.position, p.id""").param("person", personId).query(HeldLine.class).list();
    }

    HeldRows held() {
        return held;
    }

    /** What is in these pools goes to those who keep them now; what waits for an approval stays. Ids of what went. */
    List<Long> pass(Collection<Long> poolIds, Instant now) {
        return database.sql("""
                        update opportunity o set owner_id = k.id, team_id = k.team_id, updated_at = :now, version = o.version + 1
                        from opportunity_pool p join person k on k.id = p.keeper_id
                        where p.id = any(:pools) and o.pool_id = p.id and o.owner_id <> k.id and o.approval_case_id is null
                        returning o.id""")
                .param("pools", poolIds.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }
}
