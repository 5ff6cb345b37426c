package org.triviumcrm.sales.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down the forecast of a week. */
@Repository
class SnapshotRepository {

    /** What a line says of an opportunity, in the order of the next one. */
    private static final String LINE =
            "(l.owner_id, l.team_id, l.territory_id, l.category, l.expected_close_date, l.base_amount)";

    private static final String PRESENT =
            "(o.owner_id, o.team_id, o.territory_id, o.forecast_category, o.expected_close_date, o.base_amount)";

    private final JdbcClient database;

    SnapshotRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those taken, the latest first. */
    List<LocalDate> weeks(int limit) {
        return database.sql("select week from forecast_week order by week desc limit ?")
                .param(limit)
                .query(LocalDate.class)
                .list();
    }

    /** Those of some weeks that are taken. */
    List<LocalDate> taken(List<LocalDate> weeks) {
        return database.sql("select week from forecast_week where week = any(cast(? as date[]))")
                .param(weeks.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}")))
                .query(LocalDate.class)
                .list();
    }

    boolean isTaken(LocalDate week) {
        return database.sql("select exists (select from forecast_week where week = ?)")
                .param(week)
                .query(Boolean.class)
                .single();
    }

    /** False when it is taken already; waits for another node that takes it at this moment. */
    boolean begin(LocalDate week, Instant now) {
        database.sql("set local statement_timeout = '10min'").update();
        return database.sql("insert into forecast_week (week, taken_at) values (?, ?) on conflict do nothing")
                        .params(week, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void lines(LocalDate week) {
        database.sql("""
                        update forecast_line l set to_week = :week
                        where l.to_week is null and not exists (
                            select from opportunity o where o.id = l.opportunity_id and o.state = 'OPEN'
                              and %s is not distinct from %s)""".formatted(LINE, PRESENT)).param("week", week).update();
        database.sql("""
                        insert into forecast_line (opportunity_id, from_week, owner_id, team_id, territory_id, category,
                            expected_close_date, base_amount)
                        select o.id, :week, o.owner_id, o.team_id, o.territory_id, o.forecast_category, o.expected_close_date,
                               o.base_amount
                        from opportunity o
                        where o.state = 'OPEN' and not exists (
                            select from forecast_line l where l.opportunity_id = o.id and l.to_week is null)""").param("week", week).update();
    }

    /** @param from the first month that is not over, or whose quarter is not */
    void sums(LocalDate week, LocalDate from) {
        database.sql("""
                        insert into forecast_snapshot (week, month, owner_id, team_id, territory_id, kind, count, amount, weighted)
                        select :week, cast(date_trunc('month', o.expected_close_date) as date), o.owner_id, coalesce(o.team_id, 0),
                               coalesce(o.territory_id, 0), o.forecast_category, count(*), sum(o.base_amount),
                               sum(o.base_amount * o.probability) * 0.01
                        from opportunity o where o.state = 'OPEN' and o.expected_close_date >= :from
                        group by 2, 3, 4, 5, 6
                        union all
                        select :week, t.closed_month, t.owner_id, t.team_id, t.territory_id, 'WON', sum(t.count), sum(t.base_amount),
                               sum(t.base_amount)
                        from opportunity_total t where t.state = 'WON' and t.closed_month >= :from
                        group by 2, 3, 4, 5 having sum(t.count) > 0""").param("week", week).param("from", from).update();
    }

    /** Forgets lines that ended, and sums that were taken, before these weeks. */
    void forget(LocalDate linesBefore, LocalDate sumsBefore) {
        database.sql("delete from forecast_line where to_week < ?")
                .param(linesBefore)
                .update();
        database.sql("delete from forecast_snapshot where week < ?")
                .param(sumsBefore)
                .update();
    }
}
