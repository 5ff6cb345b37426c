package org.triviumcrm.insight.home;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/**
 * Opportunities that want attention: the first few of each stretch of an index, however many there are. An open stage holds what
 * is open or suspended; asked for the open ones by name, the planner would walk all of them in place of the stage's.
 */
@Repository
class DealRepository {

    static final int SHOWN = 5;

    /** So many of the greatest amounts are looked through for stalled ones, in each team. */
    private static final int GREATEST = 500;

    /** The first day of the viewer on which an opportunity has not been too long in its stage. */
    private static final String EXPECTED = "((cast(:today as date) - s.expected_days)::timestamp at time zone :zone)";

    private static final String CLOSING = """
            (select cast(%1$s as boolean) as late, count(*) over () as total, c.id, c.expected_close_date
             from (select f.* from (%2$s) f order by f.expected_close_date, f.id limit :counted) c
             order by c.expected_close_date, c.id limit :shown)""";

    private static final String CLOSES = """
            select o.id, o.expected_close_date from opportunity o where %%s and o.state = 'OPEN'
            and o.expected_close_date %s order by o.expected_close_date, o.id limit :counted""";

    private final JdbcClient jdbc;

    DealRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose day has passed, and those whose day comes until another, the earliest of each first. */
    List<ClosingSoon.Deal> closing(Scope scope, LocalDate today, LocalDate until) {
        Reach reach = new Reach(scope);
        String late = CLOSING.formatted("true", reach.each(CLOSES.formatted("< :today")));
        String ahead = CLOSING.formatted("false", reach.each(CLOSES.formatted("between :today and :until")));
        return jdbc.sql("""
                        select x.late, x.total, o.id, o.name, c.name as customer, w.name as owner, o.amount, o.currency,
                               o.expected_close_date as closes
                        from (%s union all %s) x
                        join opportunity o on o.id = x.id
                        join person w on w.id = o.owner_id
                        left join customer c on c.id = o.customer_id
                        order by x.late desc, o.expected_close_date, o.id""".formatted(late, ahead))
                .param("today", today)
                .param("until", until)
                .param("counted", ClosingSoon.CAP + 1)
                .param("shown", SHOWN)
                .params(reach.parameters())
                .query(ClosingSoon.Deal.class)
                .list();
    }

    /** The stages that opportunities have been in for longer than expected, each with the number of these. */
    List<Stalled.Stage> stalledStages(Scope scope, LocalDate today, ZoneId zone) {
        Reach reach = new Reach(scope);
        String each = reach.each("""
                select 1 from opportunity o where %s and o.stage_id = s.id and o.state not in ('SUSPENDED', 'POOLED') and o.stage_entered_at <""" + " " + EXPECTED + " order by o.stage_entered_at, o.id limit :counted");
        return jdbc.sql("""
                        select s.id, s.name, s.expected_days, n.count
                        from stage s join pipeline p on p.id = s.pipeline_id
                        cross join lateral (select count(*) as count from (%s) r) n
                        where s.kind = 'OPEN' and n.count > 0 order by p.position, p.id, s.position, s.id""".formatted(each))
                .param("today", today)
                .param("zone", zone.getId())
                .param("counted", Stalled.CAP + 1)
                .params(reach.parameters())
                .query(Stalled.Stage.class)
                .list();
    }

    /** Those that have been longest in their stage. */
    List<Stalled.Deal> longestStalled(Scope scope, LocalDate today, ZoneId zone) {
        return stalled(new Reach(scope), longest(new Reach(scope)), "o.stage_entered_at, o.id", today, zone);
    }

    /**
     * Those with the greatest amounts. Looked for among the {@value #GREATEST} greatest open ones of each team, and among
     * those that have been longest in a stage, so that some are found where hardly any have stalled.
     */
    List<Stalled.Deal> greatestStalled(Scope scope, LocalDate today, ZoneId zone) {
        Reach reach = new Reach(scope);
        String greatest = reach.each("""
                select g.id from (select o.id, o.stage_id, o.stage_entered_at, o.base_amount from opportunity o
                    where %s and o.state = 'OPEN' order by o.base_amount desc, o.id desc limit :greatest) g
                join stage s on s.id = g.stage_id where g.stage_entered_at <""" + " " + EXPECTED + " order by g.base_amount desc, g.id desc limit :shown");
        return stalled(
                reach,
                "select id from (" + longest(reach) + ") a union select id from (" + greatest + ") b",
                "o.base_amount desc, o.id desc",
                today,
                zone);
    }

    private static String longest(Reach reach) {
        return "select l.id from stage s cross join lateral ("
                + reach.each(
                        "select o.id from opportunity o where %s and o.stage_id = s.id and o.state not in ('SUSPENDED', 'POOLED') and o.stage_entered_at < "
                                + EXPECTED + " order by o.stage_entered_at, o.id limit :shown")
                + ") l where s.kind = 'OPEN'";
    }

    private List<Stalled.Deal> stalled(Reach reach, String ids, String order, LocalDate today, ZoneId zone) {
        return jdbc.sql("""
                        select o.id, o.name, c.name as customer, s.name as stage, s.expected_days, w.name as owner, o.amount,
                               o.currency, o.stage_entered_at as since
                        from (%s) x
                        join opportunity o on o.id = x.id
                        join stage s on s.id = o.stage_id
                        join person w on w.id = o.owner_id
                        left join customer c on c.id = o.customer_id
                        order by %s limit :shown""".formatted(ids, order))
                .param("today", today)
                .param("zone", zone.getId())
                .param("greatest", GREATEST)
                .param("shown", SHOWN)
                .params(reach.parameters())
                .query(Stalled.Deal.class)
                .list();
    }
}
