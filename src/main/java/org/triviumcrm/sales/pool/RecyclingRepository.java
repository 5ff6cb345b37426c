package org.triviumcrm.sales.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rules of pools take: announced, withdrawn, and taken on its day. A few statements, however much it is. */
@Repository
class RecyclingRepository {

    private final JdbcClient database;

    RecyclingRepository(JdbcClient database) {
        this.database = database;
    }

    /** An opportunity whose day has come. */
    record Due(long opportunityId, long ownerId, PoolCause cause) {}

    /** What is announced to an owner of one pool: its number, the first of them, and the earliest day. */
    record Announced(long ownerId, long count, long firstId, String firstName, LocalDate goesOn) {}

    List<PoolPreview> preview(Pool pool, LocalDate today, ZoneId zone, Instant now) {
        RecyclingSql rules = new RecyclingSql(pool, zone, now);
        if (rules.takesNothing()) {
            return List.of();
        }
        return database.sql("""
                        select x.cause, count(*) as count, sum(x.base_amount) as amount
                        from (select distinct on (o.id) o.id, d.cause, d.place, o.base_amount
                              from (%s) d join opportunity o on o.id = d.id where %s order by o.id, d.place) x
                        group by x.cause, x.place order by x.place""".formatted(rules.due(":today"), rules.fits()))
                .params(rules.parameters())
                .param("today", today)
                .query(PoolPreview.class)
                .list();
    }

    /** Nothing is announced any more for pools that rest. */
    int forget() {
        return database.sql(
                        "delete from pool_notice n using opportunity_pool p where p.id = n.pool_id and not p.active")
                .update();
    }

    /** Takes back what was announced where somebody has done something about it, or the rules have changed. */
    int withdraw(Pool pool, RecyclingSql rules) {
        String stands = rules.takesNothing()
                ? "false"
                : "o.owner_id = n.owner_id and " + rules.fits() + " and " + rules.stillDue("n.goes_on");
        return database.sql("""
                        delete from pool_notice n where n.pool_id = :pool and not exists (
                            select 1 from opportunity o where o.id = n.opportunity_id and %s)""".formatted(stands))
                .params(rules.parameters())
                .param("pool", pool.getId())
                .update();
    }

    /** Announces what will be due by then; what somebody left behind goes at once. */
    int announce(Pool pool, RecyclingSql rules, LocalDate today) {
        if (rules.takesNothing()) {
            return 0;
        }
        LocalDate then = today.plusDays(pool.rules().noticeDays());
        return database.sql("""
                        insert into pool_notice (opportunity_id, pool_id, owner_id, cause, goes_on)
                        select distinct on (o.id) o.id, :pool, o.owner_id, d.cause,
                               case when d.cause = 'OWNER_LEFT' then cast(:today as date) else cast(:then as date) end
                        from (%s) d join opportunity o on o.id = d.id
                        where %s and not exists (select 1 from pool_notice n where n.opportunity_id = o.id)
                        order by o.id, d.place
                        on conflict do nothing""".formatted(rules.due(":then"), rules.fits()))
                .params(rules.parameters())
                .param("pool", pool.getId())
                .param("today", today)
                .param("then", then)
                .update();
    }

    /** Owners who were not told yet. */
    List<Long> untold(Pool pool) {
        return database.sql(
                        "select distinct owner_id from pool_notice where pool_id = :pool and told_at is null order by owner_id")
                .param("pool", pool.getId())
                .query(Long.class)
                .list();
    }

    /** Notes that an owner is told: of what, or of nothing where another node was faster. */
    List<Announced> tell(Pool pool, long ownerId, LocalDate today, Instant now) {
        return database.sql("""
                        with told as (update pool_notice set told_at = :now
                                      where pool_id = :pool and owner_id = :owner and told_at is null
                                      returning opportunity_id, owner_id, goes_on),
                             ahead as (select * from told where goes_on > :today)
                        select a.owner_id, count(*) as count, min(a.opportunity_id) as first_id,
                               min(o.name) filter (where o.id = f.id) as first_name, min(a.goes_on) as goes_on
                        from ahead a join opportunity o on o.id = a.opportunity_id
                        cross join (select min(opportunity_id) as id from ahead) f
                        group by a.owner_id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("pool", pool.getId())
                .param("owner", ownerId)
                .param("today", today)
                .query(Announced.class)
                .list();
    }

    /**
     * The next ones whose day has come and that the rules still take, locked until the transaction ends. What somebody works
     * on at this moment is left for the next time.
     */
    List<Due> due(Pool pool, RecyclingSql rules, LocalDate today, long after, int limit) {
        if (rules.takesNothing()) {
            return List.of();
        }
        return database.sql("""
                        select n.opportunity_id, n.owner_id, n.cause from pool_notice n join opportunity o on o.id = n.opportunity_id
                        where n.pool_id = :pool and n.goes_on <= :today and n.opportunity_id > :after and o.owner_id = n.owner_id
                          and %s and %s
                        order by n.opportunity_id limit :limit for update of o skip locked""".formatted(rules.fits(), rules.stillDue("n.goes_on")))
                .params(rules.parameters())
                .param("pool", pool.getId())
                .param("today", today)
                .param("after", after)
                .param("limit", limit)
                .query(Due.class)
                .list();
    }

    /** They are where they were announced to go. */
    void arrived(List<Long> opportunityIds) {
        database.sql("delete from pool_notice where opportunity_id = any(:ids)")
                .param("ids", opportunityIds.toArray(Long[]::new))
                .update();
    }
}
