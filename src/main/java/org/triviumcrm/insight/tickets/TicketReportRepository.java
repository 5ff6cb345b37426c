package org.triviumcrm.insight.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/**
 * Reads the report from the tickets themselves: medians can't be added up beforehand. What happened within the days asked for is found
 * by the index of each moment; a ticket counts once for each of them. When it was solved, whether that held and how it was rated is
 * what {@code ticket_solution} keeps, as a ticket that is opened again forgets it.
 */
@Repository
class TicketReportRepository {

    /** Open tickets that are as many days old at least as the band says. */
    record Old(int band, long count) {}

    record Came(LocalDate step, long opened, long solved) {}

    /** What is measured: not what a file says that can't be, and no duplicates that were merged. */
    private static final String MEASURED = "t.merged_into_id is null and not t.times_contradict";

    private static final String DECIDED = "coalesce(p.broken_at, p.settled_at)";

    /**
     * %1$s: which tickets, %2$s: which of them are measured, %3$s to %6$s: the key at each moment, %7$s: what the key needs besides, %8$s: by what
     * else promises of a ticket are apart, %10$s and %11$s: which solutions {@code e} came before or after {@code s} and are counted with it. No more columns than are counted, as they are sorted; and times as floating point numbers, as percentiles have them:
     * to turn decimals into these takes longer than the sorting. What is decided lies in an index, which has to be named.
     */
    private static final String FACTS = """
            with f as (
                select %3$s as key, 'OPENED' as what, null::float8 as seconds, null::float8 as work, null::bigint as reopened, null::smallint as satisfaction, 0 as kept, 0 as broken, null::bigint as ticket
                from ticket t%7$s where t.created_at >= :from and t.created_at < :to and %1$s
                union all
                select %4$s, 'ANSWERED', case when %2$s and t.opening_known then date_part('epoch', t.first_reply_at - t.created_at) end, null, null, null, 0, 0, null
                from ticket t%7$s where t.first_reply_at >= :from and t.first_reply_at < :to and %1$s
                union all
                select %5$s, 'SOLVED', case when %2$s and t.opening_known then date_part('epoch', s.solved_at - t.created_at) end,
                       case when %2$s and t.first_reply_at <= s.solved_at then date_part('epoch', s.solved_at - t.first_reply_at) end,
                       case when s.reopened or s.nth > 1 and exists (select 1 from ticket_solution e where %10$s) then t.id end,
                       case when s.nth = 1 or s.satisfaction is not null then s.satisfaction
                            else (select max(e.satisfaction) from ticket_solution e where %10$s) end, 0, 0, null
                from ticket_solution s join ticket t on t.id = s.ticket_id%7$s
                where s.solved_at >= :from and s.solved_at < :to and not (s.reopened and exists (select 1 from ticket_solution e where %11$s)) and %1$s
                union all
                select %6$s, 'PROMISED', null, null, null, null, d.kept, d.broken, case when d.broken > 0 then t.id end
                from (
                    select p.ticket_id, min(%9$s) as at, sum(p.kept) as kept, sum(p.broken) as broken from ticket_promise p
                    where (p.broken_at is not null or p.settled_at is not null) and %9$s >= :from and %9$s < :to group by p.ticket_id%8$s
                ) d join ticket t on t.id = d.ticket_id%7$s where %1$s
            )
            """;

    private static final String ROWS = """
            select k.*, %1$s as name from (
                select %4$s,
                       count(*) filter (where f.what = 'OPENED') as opened,
                       count(*) filter (where f.what = 'ANSWERED') as answered,
                       percentile_cont(0.5) within group (order by f.seconds) filter (where f.what = 'ANSWERED') as response,
                       percentile_cont(0.9) within group (order by f.seconds) filter (where f.what = 'ANSWERED') as slow_response,
                       count(*) filter (where f.what = 'SOLVED') as solved,
                       percentile_cont(0.5) within group (order by f.seconds) filter (where f.what = 'SOLVED') as solution,
                       percentile_cont(0.9) within group (order by f.seconds) filter (where f.what = 'SOLVED') as slow_solution,
                       percentile_cont(0.5) within group (order by f.work) as work,
                       count(distinct f.reopened) as reopened,
                       count(f.satisfaction) as rated, round(avg(f.satisfaction), 2) as rating,
                       count(*) filter (where f.satisfaction >= 4) as satisfied,
                       coalesce(sum(f.kept), 0) as kept, coalesce(sum(f.broken), 0) as broken,
                       count(distinct f.ticket) as broken_tickets
                from f group by grouping sets (%5$s)
            ) k%2$s order by k.whole desc, %3$s limit :limit""";

    /** Which lines are made: all tickets together, one for each key, both. */
    private enum Lines {
        WHOLE("null::text as key, true as whole", "()"),
        EACH("f.key::text as key, false as whole", "(f.key)"),
        BOTH("f.key::text as key, grouping(f.key) = 1 as whole", "(f.key), ()");

        private final String key;
        private final String sets;

        Lines(String key, String sets) {
            this.key = key;
            this.sets = sets;
        }
    }

    private final JdbcClient database;

    TicketReportRepository(JdbcClient database) {
        this.database = database;
    }

    /** All of them together first, then the rows. What was solved in two months counts in both, and once in all of them together. */
    List<TicketRow> rows(Scope scope, TicketFilter filter, ZoneId zone, int limit) {
        return filter.by() == TicketCut.MONTH
                ? Stream.of(
                                read(scope, filter.cutBy(TicketCut.AGENT), zone, Lines.WHOLE, 1),
                                read(scope, filter, zone, Lines.EACH, limit))
                        .flatMap(List::stream)
                        .toList()
                : read(scope, filter, zone, Lines.BOTH, limit);
    }

    private List<TicketRow> read(Scope scope, TicketFilter filter, ZoneId zone, Lines lines, int limit) {
        TicketCut cut = filter.by();
        String name = cut.table() == null ? "k.key" : "n.name";
        String names = cut.table() == null ? "" : " left join " + cut.table() + " n on n.id = k.key::bigint";
        String order = cut == TicketCut.MONTH ? "k.key" : "k.opened + k.solved desc, k.key";
        return ask(
                        facts(scope, filter) + ROWS.formatted(name, names, order, lines.key, lines.sets),
                        scope,
                        filter,
                        zone)
                .param("limit", limit)
                .query(TicketRow.class)
                .list();
    }

    /** What is open now, by band; the last has no end. */
    List<Old> backlog(Scope scope, TicketFilter filter, List<Instant> since) {
        StringBuilder band = new StringBuilder("case");
        for (int at = 0; at < since.size(); at++) {
            band.append(" when t.created_at >= :since")
                    .append(at)
                    .append(" then ")
                    .append(at);
        }
        JdbcClient.StatementSpec asked = database.sql("select " + band + " else " + since.size()
                        + " end as band, count(*) as count from ticket t where t.status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD') and "
                        + which(scope, filter) + " group by 1")
                .params(scope.parameters())
                .params(narrowings(filter));
        for (int at = 0; at < since.size(); at++) {
            asked = asked.param("since" + at, since.get(at).atOffset(ZoneOffset.UTC));
        }
        return asked.query(Old.class).list();
    }

    /** @param unit {@code day}, {@code week} or {@code month} */
    List<Came> steps(Scope scope, TicketFilter filter, ZoneId zone, String unit) {
        String sql = """
                select step, sum(opened) as opened, sum(solved) as solved from (
                    select date_trunc('%1$s', t.created_at at time zone :zone)::date as step, count(*) as opened, 0 as solved
                    from ticket t where t.created_at >= :from and t.created_at < :to and %2$s group by 1
                    union all
                    select date_trunc('%1$s', d.solved_at at time zone :zone)::date, 0, count(distinct d.ticket_id)
                    from ticket_solution d join ticket t on t.id = d.ticket_id where d.solved_at >= :from and d.solved_at < :to and %2$s group by 1
                ) s group by step order by step""".formatted(unit, which(scope, filter));
        return ask(sql, scope, filter, zone).query(Came.class).list();
    }

    /** What something is called that tickets are narrowed to; null when it is not there. */
    @Nullable
    String name(TicketCut cut, String key) {
        return cut.table() == null
                ? key
                : database.sql("select name from " + cut.table() + " where id = :id")
                        .param("id", Long.valueOf(key))
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    private static String facts(Scope scope, TicketFilter filter) {
        TicketCut cut = filter.by();
        return FACTS.formatted(
                which(scope, filter),
                MEASURED,
                cut.key("t.created_at"),
                cut.key("t.first_reply_at"),
                cut.key("s.solved_at"),
                cut.key("d.at"),
                cut.ofTheCustomer(),
                cut == TicketCut.MONTH ? ", " + cut.key(DECIDED) : "",
                DECIDED,
                other(cut, "<"),
                other(cut, ">"));
    }

    /** The last solution in the days asked for stands for all that a ticket has in them; by month, in the month. */
    private static String other(TicketCut cut, String order) {
        String together =
                cut == TicketCut.MONTH ? " and " + cut.key("e.solved_at") + " = " + cut.key("s.solved_at") : "";
        return "e.ticket_id = s.ticket_id and e.nth " + order + " s.nth and e.solved_at >= :from and e.solved_at < :to"
                + together;
    }

    private static String which(Scope scope, TicketFilter filter) {
        String narrow = filter.narrowed().keySet().stream()
                .map(TicketReportRepository::narrowing)
                .collect(Collectors.joining());
        return "(" + scope.sql("t") + ")" + narrow;
    }

    private static String narrowing(TicketCut cut) {
        return switch (cut) {
            case LEVEL -> " and t.customer_id in (select c.id from customer c where c.level = :" + cut.column() + ")";
            case VALUE ->
                " and t.customer_id in (select v.customer_id from customer_value v where v.value_class = :"
                        + cut.column() + ")";
            default ->
                " and " + cut.key("t.created_at") + " = :" + cut.column() + (cut.table() == null ? "" : "::bigint");
        };
    }

    private static Map<String, String> narrowings(TicketFilter filter) {
        return filter.narrowed().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().column(), Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec ask(String sql, Scope scope, TicketFilter filter, ZoneId zone) {
        return database.sql(sql)
                .params(scope.parameters())
                .params(narrowings(filter))
                .param("zone", zone.getId())
                .param("from", filter.first().atStartOfDay(zone).toOffsetDateTime())
                .param("to", filter.last().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }
}
