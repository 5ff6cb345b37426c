package org.triviumcrm.sales.split;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shares in opportunities. Their amounts and their way through an opportunity's life are kept by the database. */
@Repository
class SplitRepository {

    private final JdbcClient database;

    SplitRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those of now first, then the latest first; of each split the greatest first. */
    List<SplitShare> of(long opportunityId, int limit) {
        return database.sql("""
                        select s.number, s.person_id, p.name, p.active, s.percent, s.amount, s.since, s.cause, b.name as set_by,
                               s.fixed_at, s.ended_at
                        from opportunity_split s
                        join person p on p.id = s.person_id
                        left join person b on b.id = s.set_by
                        where s.opportunity_id = :id
                        order by s.number desc, s.percent desc, p.name, s.id limit :limit""")
                .param("id", opportunityId)
                .param("limit", limit)
                .query(SplitShare.class)
                .list();
    }

    /** Changes with every change; 0 before the first. */
    long version(long opportunityId) {
        return database.sql("select count(*) + count(ended_at) from opportunity_split where opportunity_id = ?")
                .param(opportunityId)
                .query(Long.class)
                .single();
    }

    /** Two who split the same opportunity come one after the other. */
    void hold(long opportunityId) {
        database.sql("select 1 from opportunity where id = ? for no key update")
                .param(opportunityId)
                .query(Integer.class)
                .single();
    }

    /** @param shares percent by person, 100 together; empty to split it no more */
    void replace(long opportunityId, Map<Long, BigDecimal> shares, long by, Instant now) {
        database.sql("update opportunity_split set ended_at = :now where opportunity_id = :id and ended_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", opportunityId)
                .update();
        if (shares.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into opportunity_split (id, opportunity_id, number, person_id, percent, since, cause, set_by)
                        select nextval('opportunity_split_seq'), :id,
                               (select coalesce(max(number), 0) + 1 from opportunity_split where opportunity_id = :id),
                               x.person_id, x.percent, :now, 'SET', nullif(cast(:by as bigint), 0)
                        from unnest(cast(:people as bigint[]), cast(:percents as numeric[])) as x (person_id, percent)""")
                .param("id", opportunityId)
                .param("people", shares.keySet().toArray(Long[]::new))
                .param("percents", shares.values().toArray(BigDecimal[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        database.sql("select opportunity_split_value(?)")
                .param(opportunityId)
                .query(Object.class)
                .optional();
    }
}
