package org.triviumcrm.sales.competitor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.competitor.Rivalry.Loss;
import org.triviumcrm.sales.competitor.Rivalry.Lost;
import org.triviumcrm.sales.competitor.Rivalry.Month;
import org.triviumcrm.sales.competitor.Rivalry.Open;
import org.triviumcrm.sales.competitor.Rivalry.Record;

/** What the opportunities in a scope say of competitors, from the index of those that name one. */
@Repository
class RivalryRepository {

    static final int SHOWN = 10;

    private final JdbcClient database;

    RivalryRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param competitor null for all of them */
    List<Record> records(Scope scope, LocalDate since, @Nullable Long competitor) {
        return database.sql("""
                        select c.id, c.name, c.active, cast(:since as date) as since, coalesce(x.won, 0) as won, coalesce(x.won_amount, 0) as won_amount,
                               coalesce(x.lost, 0) as lost, coalesce(x.lost_amount, 0) as lost_amount, coalesce(x.open, 0) as open,
                               coalesce(x.open_amount, 0) as open_amount
                        from competitor c left join (
                            select o.competitor_id, count(*) filter (where o.state = 'WON') as won, sum(o.base_amount) filter (where o.state = 'WON') as won_amount,
                                   count(*) filter (where o.state = 'LOST') as lost, sum(o.base_amount) filter (where o.state = 'LOST') as lost_amount,
                                   count(*) filter (where o.state = 'OPEN') as open, sum(o.base_amount) filter (where o.state = 'OPEN') as open_amount
                            from opportunity o where o.competitor_id is not null and (o.closed_on >= :since or o.closed_on is null)
                              and (cast(:competitor as bigint) is null or o.competitor_id = :competitor) and %s
                            group by 1) x on x.competitor_id = c.id
                        where cast(:competitor as bigint) is null or c.id = :competitor
                        order by c.active desc, coalesce(x.won, 0) + coalesce(x.lost, 0) + coalesce(x.open, 0) desc, c.name limit 500""".formatted(scope.sql("o")))
                .param("since", since)
                .param("competitor", competitor)
                .params(scope.parameters())
                .query(Record.class)
                .list();
    }

    List<Month> months(Scope scope, LocalDate since, long competitor) {
        return database.sql("""
                        select cast(date_trunc('month', cast(o.closed_on as timestamp)) as date) as month, count(*) filter (where o.state = 'WON') as won,
                               coalesce(sum(o.base_amount) filter (where o.state = 'WON'), 0) as won_amount, count(*) filter (where o.state = 'LOST') as lost,
                               coalesce(sum(o.base_amount) filter (where o.state = 'LOST'), 0) as lost_amount
                        from opportunity o where o.competitor_id = :competitor and o.closed_on >= :since and o.state in ('WON', 'LOST') and %s
                        group by 1 order by 1""".formatted(scope.sql("o")))
                .param("since", since)
                .param("competitor", competitor)
                .params(scope.parameters())
                .query(Month.class)
                .list();
    }

    List<Open> open(Scope scope, long competitor) {
        return database.sql("""
                        select o.id, o.name, c.name as customer, s.name as stage, w.name as owner, o.amount, o.currency
                        from (select o.* from opportunity o where o.competitor_id = :competitor and o.closed_on is null and o.state = 'OPEN' and %s
                              order by o.base_amount desc, o.id limit :shown) o
                        join stage s on s.id = o.stage_id join person w on w.id = o.owner_id left join customer c on c.id = o.customer_id
                        order by o.base_amount desc, o.id""".formatted(scope.sql("o")))
                .param("competitor", competitor)
                .param("shown", SHOWN)
                .params(scope.parameters())
                .query(Open.class)
                .list();
    }

    List<Loss> losses(Scope scope, long competitor) {
        return database.sql("""
                        select o.id, o.name, c.name as customer, r.name as reason, o.closing_note as note, o.amount, o.currency, o.closed_on
                        from (select o.* from opportunity o where o.competitor_id = :competitor and o.closed_on is not null and o.state = 'LOST' and %s
                              order by o.closed_on desc, o.id desc limit :shown) o
                        left join lost_reason r on r.id = o.lost_reason_id left join customer c on c.id = o.customer_id
                        order by o.closed_on desc, o.id desc""".formatted(scope.sql("o")))
                .param("competitor", competitor)
                .param("shown", SHOWN)
                .params(scope.parameters())
                .query(Loss.class)
                .list();
    }

    /** What was lost to it since a day, cut four ways; of each way the most frequent. */
    List<Lost> lost(Scope scope, LocalDate since, long competitor) {
        return database.sql("""
                        select x.cut, x.id, case x.cut when 'lostReason' then (select r.name from lost_reason r where r.id = x.id)
                                                       when 'product' then (select p.name from product p where p.id = x.id)
                                                       when 'lostStage' then (select s.name from stage s where s.id = x.id)
                                                       else (select w.name from person w where w.id = x.id) end as name, x.count, x.amount
                        from (select g.*, row_number() over (partition by g.cut order by g.count desc, g.amount desc, g.id) as place from (
                            select case when grouping(o.lost_reason_id) = 0 then 'lostReason' when grouping(o.product_id) = 0 then 'product'
                                        when grouping(o.lost_stage_id) = 0 then 'lostStage' else 'owner' end as cut,
                                   coalesce(o.lost_reason_id, o.product_id, o.lost_stage_id, o.owner_id, 0)::bigint as id,
                                   count(*) as count, coalesce(sum(o.base_amount), 0) as amount
                            from opportunity o where o.competitor_id = :competitor and o.state = 'LOST' and o.closed_on >= :since and %s
                            group by grouping sets ((o.lost_reason_id), (o.product_id), (o.lost_stage_id), (o.owner_id))) g) x
                        where x.place <= :shown order by x.cut, x.place""".formatted(scope.sql("o")))
                .param("since", since)
                .param("competitor", competitor)
                .param("shown", SHOWN)
                .params(scope.parameters())
                .query(Lost.class)
                .list();
    }
}
