package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Works out of the history how the funnel stood as months began (UTC): of each opportunity the stage of the last step before, unless
 * it was suspended or in a pool then, whose it was, and the amount that was known. Who had another owner is counted in the present
 * team of that one; territories are those of now. Amounts from before the first that is known, as in files, are that one.
 */
@Repository
class FunnelMonthRepository {

    private static final String LINES = """
            with step as (
                select c.opportunity_id, c.to_stage_id, c.at, lead(c.at) over (partition by c.opportunity_id order by c.at, c.id) as until
                from stage_change c),
            aside as (
                select l.opportunity_id, coalesce(l.since, '-infinity') as since, l.until
                from (select s.opportunity_id, s.from_state, s.at as until,
                             lag(s.at) over (partition by s.opportunity_id order by s.at, s.id) as since
                      from state_change s) l
                where l.from_state in ('SUSPENDED', 'POOLED')
                union all
                select o.id, o.state_entered_at, 'infinity' from opportunity o where o.state in ('SUSPENDED', 'POOLED')),
            worth as (
                select a.id, a.amount, a.currency, case when lag(r.at) over one is null then '-infinity' else r.at end as since,
                       coalesce(lead(r.at) over one, 'infinity') as until
                from opportunity_aud a join revision r on r.id = a.rev where a.revtype <> 2 window one as (partition by a.id order by r.at, a.rev)),
            owned as (
                select c.opportunity_id, c.from_person_id as owner_id,
                       coalesce(lag(c.at) over (partition by c.opportunity_id order by c.at, c.id), '-infinity') as since, c.at as until
                from ownership_change c)
            insert into funnel_month_line (month, stage_id, opportunity_id, owner_id, team_id, territory_id, base_amount)
            select cast(m.month as date), g.id, o.id, coalesce(w.owner_id, o.owner_id),
                   coalesce(case when coalesce(w.owner_id, o.owner_id) = o.owner_id then o.team_id else p.team_id end, 0),
                   coalesce(o.territory_id, 0),
                   case when v.id is null then o.base_amount when v.amount is null then 0 when v.currency = :currency then v.amount
                        when v.currency = o.currency and o.amount <> 0 then round(o.base_amount * v.amount / o.amount, 2)
                        else o.base_amount end
            from step s
            join stage g on g.id = s.to_stage_id and g.kind = 'OPEN'
            cross join lateral generate_series(
                greatest(date_trunc('month', s.at at time zone 'UTC') + interval '1 month', cast(:first as timestamp)),
                least(s.until at time zone 'UTC', cast(:last as timestamp)), interval '1 month') as x (month)
            cross join lateral (select x.month, x.month at time zone 'UTC' as at) m
            join opportunity o on o.id = s.opportunity_id
            left join owned w on w.opportunity_id = o.id and w.since < m.at and w.until >= m.at
            left join person p on p.id = w.owner_id
            left join worth v on v.id = o.id and v.since < m.at and v.until >= m.at
             and (v.amount, v.currency) is distinct from (o.amount, o.currency)
            where (s.until >= cast(:first as timestamp) at time zone 'UTC' or s.until is null)
              and not exists (select from aside l where l.opportunity_id = o.id and l.since < m.at and l.until >= m.at)""";

    /** How many steps there were before a month, and how long the stays had been that ended with them. */
    record History(BigDecimal moves, BigDecimal seconds) {}

    private final JdbcClient database;

    FunnelMonthRepository(JdbcClient database) {
        this.database = database;
    }

    History history(LocalDate before) {
        return database.sql("""
                        select coalesce(sum(moves), 0) as moves, coalesce(sum(seconds), 0) as seconds from stage_move_total
                        where month < ?""").param(before).query(History.class).single();
    }

    boolean isWritten(LocalDate month, History history, Instant notBefore) {
        return database.sql("""
                        select exists (select from funnel_month
                            where month = ? and moves = ? and seconds = ? and written_at >= ?)""")
                .params(month, history.moves(), history.seconds(), notBefore.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void write(LocalDate first, LocalDate last, History history, String currency, Instant now) {
        database.sql("set local statement_timeout = '10min'").update();
        database.sql("delete from funnel_month").update();
        database.sql("""
                        insert into funnel_month (month, moves, seconds, written_at)
                        select cast(m as date), :moves, :seconds, :now
                        from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 month') m""")
                .param("first", first)
                .param("last", last)
                .param("moves", history.moves())
                .param("seconds", history.seconds())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql(LINES)
                .param("first", first)
                .param("last", last)
                .param("currency", currency)
                .update();
        database.sql("""
                        insert into funnel_month_total (month, stage_id, owner_id, team_id, territory_id, count, base_amount)
                        select month, stage_id, owner_id, team_id, territory_id, count(*), sum(base_amount)
                        from funnel_month_line group by 1, 2, 3, 4, 5""").update();
        // months before the first opportunity was there had nothing to say
        database.sql("""
                        delete from funnel_month m
                        where m.month < coalesce((select min(t.month) from funnel_month_total t), :last)""").param("last", last).update();
    }
}
