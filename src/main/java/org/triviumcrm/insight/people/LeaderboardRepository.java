package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.insight.people.Deeds.Fact;
import org.triviumcrm.sales.OpportunityTotals;

/**
 * Whole months and days from the maintained totals, what is left of them at either end from the rows themselves, so that every figure is that of its rows.
 */
@Repository
class LeaderboardRepository {

    /** What is counted of a person within a team; 0 for no team. */
    record Sum(long ownerId, long teamId, Fact fact, long count, BigDecimal amount) {}

    /**
     * @param opportunities what the viewer sees of them
     * @param quotes what the viewer sees of these
     * @param teams of which alone; null for all
     * @param owner whose alone; null for everybody's
     */
    record Asked(
            Scope opportunities,
            Scope quotes,
            Span span,
            ZoneId zone,
            @Nullable Collection<Long> teams,
            @Nullable Long owner) {

        Asked during(Span other) {
            return new Asked(opportunities, quotes, other, zone, teams, owner);
        }
    }

    /** Activities know no team: it is the person's. */
    private static final String PEOPLE =
            "join (select w.id, w.id as owner_id, w.team_id from person w) p on p.id = a.owner_id";

    private static final String SALES = """
            select t.owner_id, t.team_id, t.state::text as fact, sum(t.count)::bigint as count, sum(t.base_amount) as amount
            from %1$s t where (t.state in ('WON', 'LOST') and t.closed_month between :firstMonth and :lastMonth or t.state = 'OPEN') and %2$s%3$s
            group by 1, 2, 3
            union all
            select o.owner_id, coalesce(o.team_id, 0), o.state, count(*), sum(o.base_amount) from opportunity o
            where o.state in ('WON', 'LOST') and (o.closed_on between :from and :headEnd or o.closed_on between :tailStart and :to) and %4$s%5$s
            group by 1, 2, 3""";

    private static final String QUOTES = """
            select s.owner_id, s.team_id, v.fact, v.count, v.amount from (
                select q.owner_id, coalesce(q.team_id, 0) as team_id, count(*) as n, sum(q.base_full) as listed, sum(q.base_net) as net from quote q
                where q.released_at >= :begin and q.released_at < :end and %1$s%2$s group by 1, 2) s
            cross join lateral (values ('QUOTE', s.n, s.listed - s.net), ('LISTED', s.n, s.listed)) v (fact, count, amount)""";

    /** The moment and the condition are those of the indexes. */
    static final String HAPPENED = "(case when a.kind = 'TASK' then a.done_at else a.at end)";

    static final String DONE = "(a.done_at is not null or a.kind <> 'TASK' and not a.planned)";
    static final String SPENT = "coalesce(case when a.kind = 'TASK' then a.done_at end, a.at)";

    private static final String ACTIVITIES = """
            select d.owner_id, coalesce(p.team_id, 0), k.fact, sum(k.n)::bigint, 0
            from (select a.owner_id, sum(a.calls) as calls, sum(a.meetings) as meetings, sum(a.notes) as notes, sum(a.tasks) as tasks
                  from activity_day a where a.day between :firstDay and :lastDay%3$s group by 1) d
            join (select w.id, w.id as owner_id, w.team_id from person w) p on p.id = d.owner_id
            cross join lateral (values ('CALL', d.calls), ('MEETING', d.meetings), ('NOTE', d.notes), ('TASK', d.tasks)) k (fact, n)
            where %1$s%2$s group by 1, 2, 3
            union all
            select a.owner_id, coalesce(p.team_id, 0), a.kind, count(*), 0 from activity a %4$s
            where %5$s and (%6$s >= :begin and %6$s < :firstWhole or %6$s >= :lastWhole and %6$s < :end) and %1$s%2$s%3$s group by 1, 2, 3
            union all
            select a.owner_id, coalesce(p.team_id, 0), 'COST', count(*), sum(a.base_cost) from activity a %4$s
            where a.base_cost is not null and %7$s >= :begin and %7$s < :end and %1$s%2$s%3$s group by 1, 2""";

    private static final String CYCLES = """
            select %1$s as base, greatest(o.closed_on - o.opened_on, 0) as days, count(*)::int as n from opportunity o
            where o.state = 'WON' and o.closed_on between :from and :to and %2$s%3$s group by 1, 2""";

    private static final int LAST_YEAR = 9999;

    private final JdbcClient database;

    LeaderboardRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param facts of which at least some are wanted */
    List<Sum> sums(Asked asked, Collection<Fact> facts) {
        OpportunityTotals totals = new OpportunityTotals(asked.opportunities());
        Scope people = asked.opportunities().base();
        StringBuilder sql = new StringBuilder(
                "select null::bigint as owner_id, null::bigint as team_id, null::text as fact, 0::bigint as count, 0 as amount where false");
        if (facts.contains(Fact.WON) || facts.contains(Fact.LOST) || facts.contains(Fact.OPEN)) {
            sql.append(" union all ")
                    .append(SALES.formatted(
                            totals.table(),
                            totals.condition("t"),
                            narrowed(asked, "t"),
                            asked.opportunities().sql("o"),
                            narrowed(asked, "o")));
        }
        if (facts.contains(Fact.QUOTE)) {
            sql.append(" union all ")
                    .append(QUOTES.formatted(ofQuotes(asked.quotes().sql("q")), narrowed(asked, "q")));
        }
        if (facts.contains(Fact.CALL) || facts.contains(Fact.COST)) {
            sql.append(" union all ")
                    .append(ACTIVITIES.formatted(
                            people.sql("p"),
                            asked.teams() == null ? "" : " and p.team_id = any(:teams)",
                            asked.owner() == null ? "" : " and a.owner_id = :owner",
                            PEOPLE,
                            DONE,
                            HAPPENED,
                            SPENT));
        }
        return ask(sql.toString(), asked).query(Sum.class).list();
    }

    /** How many wins took how many days, by who owns them, or by their team, 0 for none. */
    Cycles cycles(Asked asked, boolean byTeam) {
        Cycles cycles = new Cycles();
        ask(
                        CYCLES.formatted(
                                byTeam ? "coalesce(o.team_id, 0)" : "o.owner_id",
                                asked.opportunities().sql("o"),
                                narrowed(asked, "o")),
                        asked)
                .query((ResultSet row) -> cycles.add(row.getLong(1), row.getInt(2), row.getInt(3)));
        return cycles;
    }

    private static String narrowed(Asked asked, String alias) {
        return (asked.teams() == null ? "" : " and " + alias + ".team_id = any(:teams)")
                + (asked.owner() == null ? "" : " and " + alias + ".owner_id = :owner");
    }

    /** Quotes may be seen further than opportunities, or less far. */
    private static String ofQuotes(String condition) {
        return condition.replace(":", ":quote_");
    }

    private JdbcClient.StatementSpec ask(String sql, Asked asked) {
        Span span = asked.span();
        Span months = span.inMonths();
        Instant begin = span.from().atStartOfDay(asked.zone()).toInstant();
        Instant end = span.to().plusDays(1).atStartOfDay(asked.zone()).toInstant();
        LocalDate firstDay =
                LocalDate.ofInstant(begin.minusMillis(1), ZoneOffset.UTC).plusDays(1);
        LocalDate lastDay = LocalDate.ofInstant(end, ZoneOffset.UTC).minusDays(1);
        boolean hasDays = !firstDay.isAfter(lastDay);
        Instant firstWhole = hasDays ? firstDay.atStartOfDay(ZoneOffset.UTC).toInstant() : end;
        Instant lastWhole =
                hasDays ? lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() : end;
        JdbcClient.StatementSpec statement = database.sql(sql)
                .params(asked.opportunities().parameters())
                .params(asked.quotes().parameters().entrySet().stream()
                        .collect(Collectors.toMap(one -> "quote_" + one.getKey(), Map.Entry::getValue)))
                .param("from", span.from())
                .param("to", span.to())
                .param("headEnd", span.atTheEdges().get(0).to())
                .param("tailStart", span.atTheEdges().get(1).from())
                .param("firstMonth", months == null ? LocalDate.MAX.withYear(LAST_YEAR) : months.from())
                .param("lastMonth", months == null ? LocalDate.EPOCH : months.to())
                .param("firstDay", firstDay)
                .param("lastDay", lastDay)
                .param("begin", begin.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("firstWhole", firstWhole.atOffset(ZoneOffset.UTC))
                .param("lastWhole", lastWhole.atOffset(ZoneOffset.UTC));
        if (asked.teams() != null) {
            statement = statement.param("teams", asked.teams().toArray(Long[]::new));
        }
        return asked.owner() == null ? statement : statement.param("owner", asked.owner());
    }
}
