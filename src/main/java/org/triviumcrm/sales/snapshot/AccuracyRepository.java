package org.triviumcrm.sales.snapshot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** What was said of months week by week, and what happened. */
@Repository
class AccuracyRepository {

    /** @param kind WON, or the category of open ones */
    record Said(LocalDate week, LocalDate month, String kind, BigDecimal amount, BigDecimal weighted) {}

    record Submitted(LocalDate start, LocalDate week, BigDecimal committed) {}

    record Won(LocalDate month, BigDecimal amount) {}

    private static final String IN_TEAMS =
            "(cast(:teams as bigint[]) = '{}' or %1$s.team_id = any(cast(:teams as bigint[])))";

    private final JdbcClient database;

    AccuracyRepository(JdbcClient database) {
        this.database = database;
    }

    /** All weeks in which the months were looked at. */
    List<Said> said(Scope scope, LocalDate from, LocalDate to, Collection<Long> teams, Collection<LocalDate> weeks) {
        Scope known = known(scope);
        return database.sql("""
                        select s.week, s.month, s.kind, sum(s.amount) as amount, sum(s.weighted) as weighted
                        from forecast_snapshot s
                        where s.month between :from and :to and s.week = any(cast(:weeks as date[])) and %s and %s
                        group by s.week, s.month, s.kind""".formatted(known.sql("s"), IN_TEAMS.formatted("s")))
                .param("from", from)
                .param("to", to)
                .param("teams", array(teams))
                .param("weeks", array(weeks))
                .params(known.parameters())
                .query(Said.class)
                .list();
    }

    /**
     * The words that counted in some weeks.
     *
     * @param starts where periods begin, beside the weeks
     * @param months how long all of them are
     */
    List<Submitted> submitted(
            Scope scope, int months, Collection<Long> teams, List<LocalDate> starts, List<LocalDate> weeks) {
        return database.sql("""
                        select p.start, w.week, sum(f.committed) as committed
                        from unnest(cast(:starts as date[]), cast(:weeks as date[])) as p (start, week)
                        join forecast_week w on w.week = p.week
                        cross join lateral (
                            select distinct on (f.owner_id) f.committed from forecast_statement f
                            where f.starts_on = p.start and f.months = :months and f.said_at < w.taken_at + interval '1 day'
                              and %s and %s
                            order by f.owner_id, f.said_at desc, f.id desc) f
                        group by p.start, w.week""".formatted(scope.base().sql("f"), IN_TEAMS.formatted("f")))
                .param("starts", array(starts))
                .param("weeks", array(weeks))
                .param("months", months)
                .param("teams", array(teams))
                .params(scope.base().parameters())
                .query(Submitted.class)
                .list();
    }

    List<Won> won(Scope scope, LocalDate from, LocalDate to, Collection<Long> teams) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return database.sql("""
                        select t.closed_month as month, sum(t.base_amount) as amount from %s t
                        where t.state = 'WON' and t.closed_month between :from and :to and %s and %s
                        group by t.closed_month""".formatted(totals.table(), totals.condition("t"), IN_TEAMS.formatted("t")))
                .param("from", from)
                .param("to", to)
                .param("teams", array(teams))
                .params(scope.parameters())
                .query(Won.class)
                .list();
    }

    /** Sums know owners, teams and territories, and no single rows. */
    private static Scope known(Scope scope) {
        return scope instanceof Scope.Shared shared ? shared.inGroups() : scope;
    }

    private static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
