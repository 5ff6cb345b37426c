package org.triviumcrm.sales.snapshot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.quota.Period;

/** What became of the open opportunities of a period since a week. */
@Repository
class ChangeRepository {

    /** Those that counted then and those that count now, with the one reason for each difference; only what differs is looked up. */
    private static final String CHANGES = """
            with said as (
                select l.id, l.base_amount as amount
                from (select x.*, x.opportunity_id as id from forecast_line x) l
                where l.from_week <= :week and (l.to_week is null or l.to_week > :week)
                  and l.expected_close_date between :from and :to and l.category <> 'OMITTED' and %1$s
                  and (cast(:teams as bigint[]) = '{}' or l.team_id = any(cast(:teams as bigint[])))),
            present as (
                select o.id, o.base_amount as amount from opportunity o
                where o.state = 'OPEN' and o.expected_close_date between :from and :to and o.forecast_category <> 'OMITTED' and %2$s
                  and (cast(:teams as bigint[]) = '{}' or o.team_id = any(cast(:teams as bigint[])))),
            compared as (
                select coalesce(s.id, p.id) as id, s.amount as before, p.amount as after
                from said s full join present p on p.id = s.id),
            changes as (
                select c.id, c.before, c.after, coalesce(c.after, 0) - coalesce(c.before, 0) as amount,
                    case when c.before is not null and c.after is not null then
                             case when c.after > c.before then 'UP' when c.after < c.before then 'DOWN' end
                         when c.after is null then
                             case when o.id is null then 'REMOVED'
                                  when o.state = 'WON' then 'WON'
                                  when o.state in ('LOST', 'TERMINATED') then 'LOST'
                                  when o.state <> 'OPEN' then 'SUSPENDED'
                                  when o.forecast_category = 'OMITTED' then 'OMITTED'
                                  when o.expected_close_date between :from and :to then 'HANDED_OUT'
                                  else 'MOVED_OUT' end
                         when l.opportunity_id is null then case when o.created_at > w.taken_at then 'NEW' else 'RETURNED' end
                         when l.category = 'OMITTED' then 'COUNTED'
                         when l.expected_close_date between :from and :to then 'HANDED_IN'
                         else 'MOVED_IN' end as change
                from compared c
                join forecast_week w on w.week = :week
                left join lateral (
                    select x.id, x.state, x.forecast_category, x.expected_close_date, x.created_at from opportunity x
                    where x.id = c.id and (c.before is null or c.after is null) limit 1) o on true
                left join lateral (
                    select y.opportunity_id, y.category, y.expected_close_date from forecast_line y
                    where y.opportunity_id = c.id and c.before is null and y.from_week <= :week
                      and (y.to_week is null or y.to_week > :week) limit 1) l on true)
            """;

    /**
     * The sum of a change.
     *
     * @param change null for what neither came nor went: its amounts are the same
     */
    record Sum(@Nullable Change change, long count, BigDecimal amount, BigDecimal before, BigDecimal after) {}

    private final JdbcClient database;

    ChangeRepository(JdbcClient database) {
        this.database = database;
    }

    List<Sum> sums(Scope scope, Period period, Collection<Long> teams, LocalDate week) {
        return statement("""
                        select change, count(*) as count, sum(amount) as amount, coalesce(sum(before), 0) as before,
                               coalesce(sum(after), 0) as after
                        from changes group by change""", scope, period, teams, week).query(Sum.class).list();
    }

    /** The greatest first; without a name where the viewer does not see it now. */
    List<ChangedDeal> rows(
            Scope scope, Period period, Collection<Long> teams, LocalDate week, Change change, int limit) {
        return statement("""
                        select c.id, v.name, v.state, v.owner, c.before, c.after, c.amount
                        from changes c left join lateral (
                            select o.name, o.state, p.name as owner from opportunity o join person p on p.id = o.owner_id
                            where o.id = c.id and %2$s) v on true
                        where c.change = :change
                        order by abs(c.amount) desc, c.id limit :limit""", scope, period, teams, week)
                .param("change", change.name())
                .param("limit", limit)
                .query(ChangedDeal.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(
            String wanted, Scope scope, Period period, Collection<Long> teams, LocalDate week) {
        return database.sql((CHANGES + wanted).formatted(scope.sql("l"), scope.sql("o")))
                .param("week", week)
                .param("from", period.first())
                .param("to", period.last())
                .param("teams", teams.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .params(scope.parameters());
    }
}
