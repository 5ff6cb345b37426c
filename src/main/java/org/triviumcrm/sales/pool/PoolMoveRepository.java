package org.triviumcrm.sales.pool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.sales.opportunity.PoolWay;

/** Who lost what to a pool, and who took what out of one. */
@Repository
class PoolMoveRepository {

    private final JdbcClient database;

    PoolMoveRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * An opportunity in a pool.
     *
     * @param caseId the case it waits for, null for none
     * @param lostAt when the person asked about last lost it to a pool, null if never
     */
    record Pooled(
            long id,
            String name,
            long poolId,
            @Nullable Long caseId,
            @Nullable Instant lostAt) {}

    /** Those of these that are in a pool, in the order of their keys. */
    List<Pooled> pooled(List<Long> ids, long personId) {
        return database.sql("""
                        select o.id, o.name, o.pool_id, o.approval_case_id as case_id,
                               (select max(m.at) from pool_move m where m.opportunity_id = o.id and m.from_person_id = :person
                                  and m.cause not in ('CLAIMED', 'ASSIGNED', 'UNDONE')) as lost_at
                        from opportunity o where o.id = any(:ids) and o.state = 'POOLED' order by o.id""")
                .param("ids", ids.toArray(Long[]::new))
                .param("person", personId)
                .query(Pooled.class)
                .list();
    }

    /** Those of these that somebody has claimed since then and still has as they were got, each with its pool. */
    Map<Long, Long> claimedLately(List<Long> ids, long personId, Instant since) {
        Map<Long, Long> claimed = new LinkedHashMap<>();
        database.sql("""
                        select m.opportunity_id, m.pool_id from pool_move m join opportunity o on o.id = m.opportunity_id
                        where m.opportunity_id = any(:ids) and m.cause = 'CLAIMED' and m.to_person_id = :person and m.at >= :since
                          and o.owner_id = :person and o.state = 'OPEN' and coalesce(o.owner_since, m.at) <= m.at
                        order by m.opportunity_id""")
                .param("ids", ids.toArray(Long[]::new))
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    claimed.put(row.getLong(1), row.getLong(2));
                });
        return claimed;
    }

    /** Two who take something for the same person come one after the other. */
    void hold(long personId) {
        database.sql("select 1 from person where id = :person for no key update")
                .param("person", personId)
                .query(Integer.class)
                .optional();
    }

    /** Open opportunities of a person. */
    long held(long personId) {
        return database.sql("select count(*) from opportunity where owner_id = :person and state = 'OPEN'")
                .param("person", personId)
                .query(Long.class)
                .single();
    }

    /** What somebody has claimed since then, by pool. */
    Map<Long, Long> claimed(long personId, Instant since) {
        Map<Long, Long> claimed = new HashMap<>();
        database.sql("""
                        select pool_id, count(*) from pool_move
                        where to_person_id = :person and cause = 'CLAIMED' and at >= :since group by pool_id""")
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    claimed.put(row.getLong(1), row.getLong(2));
                });
        return claimed;
    }

    /** @param by id of the person, 0 for a job */
    void note(List<PoolWay> ways, Function<PoolWay, PoolCause> cause, long by) {
        if (ways.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into pool_move (opportunity_id, pool_id, cause, from_person_id, to_person_id, by_person_id, at)
                        select x.opportunity_id, x.pool_id, x.cause, x.from_person_id, x.to_person_id, nullif(:by, 0), x.at
                        from unnest(:ids::bigint[], :pools::bigint[], :causes::text[], :froms::bigint[], :tos::bigint[],
                                    :ats::timestamptz[]) x (opportunity_id, pool_id, cause, from_person_id, to_person_id, at)""")
                .param("by", by)
                .param("ids", ways.stream().map(PoolWay::opportunityId).toArray(Long[]::new))
                .param("pools", ways.stream().map(PoolWay::poolId).toArray(Long[]::new))
                .param(
                        "causes",
                        ways.stream().map(way -> cause.apply(way).name()).toArray(String[]::new))
                .param("froms", ways.stream().map(PoolWay::fromPersonId).toArray(Long[]::new))
                .param("tos", ways.stream().map(PoolWay::toPersonId).toArray(Long[]::new))
                .param("ats", ways.stream().map(way -> way.at().toString()).toArray(String[]::new))
                .update();
    }
}
