package org.triviumcrm.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What would have been written down week by week, and what people said of their quarters, with words of their managers. */
@Component
class DemoForecasts {

    private static final int WEEKS = 52;
    private static final int WEEKS_OF_LINES = 13;
    private static final int QUARTERS = 4;

    /** Open opportunities of past weeks, as they would have been seen then: amounts and days were others for some of them. */
    private static final String OPEN = """
            with weeks as (select cast(:monday as date) - 7 * k as week from generate_series(0, :weeks) k),
            known as (
                select o.*, coalesce(o.closed_on, o.expected_close_date) as ends from opportunity o
                where coalesce(o.closed_on, o.expected_close_date) is not null),
            open as (
                select w.week, k.id, k.owner_id, k.team_id, k.territory_id,
                       case when k.closed_on is null then k.forecast_category
                            when k.state = 'LOST' then case when k.id % 6 = 0 then 'COMMIT' when k.id % 3 = 0 then 'BEST_CASE' else 'PIPELINE' end
                            when k.ends - w.week < 24 then 'COMMIT' when k.ends - w.week < 50 then 'BEST_CASE' else 'PIPELINE' end as category,
                       k.ends - case when k.id % 4 = 0 and k.ends - w.week > 35 then 30 else 0 end as expected,
                       case when k.id % 5 = 0 and k.ends - w.week > 28 then round(k.base_amount * 0.85, 2)
                            when k.id % 7 = 0 and k.ends - w.week > 21 then round(k.base_amount * 1.15, 2) else k.base_amount end as amount
                from weeks w join known k on k.opened_on < w.week
                 and (k.state = 'OPEN' or k.closed_on >= w.week
                      or k.closed_on is null and cast(k.state_entered_at as date) >= w.week))
            """;

    private final DemoWriter writer;

    DemoForecasts(DemoWriter writer) {
        this.writer = writer;
    }

    void write(DemoCast cast, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        update("""
                insert into forecast_week (week, taken_at)
                select cast(:monday as date) - 7 * k, (cast(:monday as date) - 7 * k) + time '01:00' at time zone 'UTC'
                from generate_series(0, :weeks) k""", monday, WEEKS);
        update(OPEN + """
                insert into forecast_snapshot (week, month, owner_id, team_id, territory_id, kind, count, amount, weighted)
                select week, cast(date_trunc('month', expected) as date), owner_id, coalesce(team_id, 0), coalesce(territory_id, 0),
                       category, count(*), sum(amount),
                       sum(amount) * case category when 'COMMIT' then 0.8 when 'BEST_CASE' then 0.5 when 'PIPELINE' then 0.25 else 0 end
                from open where expected >= cast(date_trunc('quarter', week) as date)
                group by 1, 2, 3, 4, 5, 6
                union all
                select w.week, cast(date_trunc('month', o.closed_on) as date), o.owner_id, coalesce(o.team_id, 0),
                       coalesce(o.territory_id, 0), 'WON', count(*), sum(o.base_amount), sum(o.base_amount)
                from weeks w join opportunity o on o.state = 'WON' and o.closed_on < w.week
                 and o.closed_on >= cast(date_trunc('quarter', w.week) as date)
                group by 1, 2, 3, 4, 5""", monday, WEEKS);
        update(OPEN + """
                , told as (
                    select o.*, lag(row(owner_id, category, expected, amount)) over one is distinct from row(owner_id, category, expected, amount) as first
                    from open o window one as (partition by id order by week)),
                lines as (
                    select t.*, lead(week) over (partition by id order by week) as next,
                           (select max(x.week) + 7 from open x where x.id = t.id) as gone
                    from told t where first)
                insert into forecast_line (opportunity_id, from_week, to_week, owner_id, team_id, territory_id, category,
                    expected_close_date, base_amount)
                select id, week, coalesce(next, case when gone <= cast(:monday as date) then gone end), owner_id, team_id, territory_id,
                       category, expected, amount
                from lines""", monday, WEEKS_OF_LINES);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        IntStream.rangeClosed(0, QUARTERS)
                .mapToObj(back -> quarter.minusMonths(3L * back))
                .forEach(start -> statements(cast, start));
    }

    private void update(String sql, LocalDate monday, int weeks) {
        writer.database().update(sql, Map.of("monday", monday, "weeks", weeks));
    }

    /** In the first week of a quarter; a third of them adjusted two days later. */
    private void statements(DemoCast cast, LocalDate start) {
        LocalDate week = start.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (String company : List.of("en", "zh")) {
            List<Long> sellers = cast.members().stream()
                    .filter(member ->
                            member.team().startsWith(company) && member.role().equals("sales_representative"))
                    .map(DemoCast.Member::id)
                    .toList();
            long manager = cast.members().stream()
                    .filter(member ->
                            member.team().equals(company) && member.role().equals("sales_manager"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            writer.database()
                    .update(
                            """
                            with told as (
                                select p.id, p.team_id, coalesce(sum(s.amount) filter (where s.kind = 'WON'), 0) as won,
                                       coalesce(sum(s.amount) filter (where s.kind in ('WON', 'COMMIT')), 0) as sure,
                                       coalesce(sum(s.amount) filter (where s.kind in ('WON', 'COMMIT', 'BEST_CASE')), 0) as best
                                from person p left join forecast_snapshot s on s.owner_id = p.id and s.week = :week
                                 and s.month >= :start and s.month < cast(:start as date) + interval '3 months'
                                where p.id in (:sellers) group by p.id),
                            said as (
                                select t.*, row_number() over (order by t.id) as at,
                                       round(t.sure * (1.05 + (t.id % 4) * 0.06), -3) as committed,
                                       round(greatest(t.best, t.sure * 1.3) * 1.15, -3) as best_case from told t)
                            insert into forecast_statement (id, owner_id, team_id, starts_on, months, committed, best_case, note, said_by,
                                said_at, won, with_commit, with_best)
                            select nextval('forecast_statement_seq'), id, team_id, :start, 3, committed, greatest(best_case, committed), null,
                                   id, cast(:week as date) + time '09:30' at time zone 'UTC', won, sure, best from said where best > 0
                            union all
                            select nextval('forecast_statement_seq'), id, team_id, :start, 3, round(committed * 0.9, -3),
                                   greatest(best_case, committed), :reason, :manager,
                                   cast(:week as date) + time '15:00' at time zone 'UTC', won, sure, best
                            from said where at % 3 = 1 and best > 0""",
                            Map.of(
                                    "week",
                                    week,
                                    "start",
                                    start,
                                    "sellers",
                                    sellers,
                                    "manager",
                                    manager,
                                    "reason",
                                    company.equals("en")
                                            ? "Two of the large ones still wait for the customer's budget."
                                            : "其中两个大单仍在等客户批预算"));
        }
    }
}
