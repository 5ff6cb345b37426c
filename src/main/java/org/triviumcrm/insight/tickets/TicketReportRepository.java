package org.triviumcrm.insight.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/**
 * Reads the report from the tickets themselves: medians can't be added up beforehand. What happened within the days asked for is found
 * by the index of each moment; a ticket counts once for each of them.
 */
@Repository
class TicketReportRepository {

    /** Open tickets that are as many days old at least as the band says. */
    record Old(int band, long count) {}

    record Came(LocalDate step, long opened, long solved) {}

    /** What is measured: not what a file says that can't be, and no duplicates that were merged. */
    private static final String MEASURED = "t.merged_into_id is null and not t.times_contradict";

    /** All that cuts and figures ask for; whole rows would be sorted on disk. */
    private static final String COLUMNS = "t.id, t.owner_id, t.team_id, t.queue_id, t.type_id, "
            + "t.product_id, t.customer_id, t.priority, t.channel, t.reopenings, t.satisfaction";

    /** %1$s: which tickets, %2$s: which of them are measured, %3$s: their columns. What is decided lies in an index, which has to be named. */
    private static final String FACTS = """
            with f as (
                select %3$s, 'OPENED' as what, t.created_at as at, null::numeric as seconds, null::numeric as work, 0 as kept, 0 as broken
                from ticket t where t.created_at >= :from and t.created_at < :to and %1$s
                union all
                select %3$s, 'ANSWERED', t.first_reply_at, case when %2$s and t.opening_known then extract(epoch from t.first_reply_at - t.created_at) end, null, 0, 0
                from ticket t where t.first_reply_at >= :from and t.first_reply_at < :to and %1$s
                union all
                select %3$s, 'SOLVED', t.solved_at, case when %2$s and t.opening_known then extract(epoch from t.solved_at - t.created_at) end,
                       case when %2$s then extract(epoch from t.solved_at - t.first_reply_at) end, 0, 0
                from ticket t where t.solved_at >= :from and t.solved_at < :to and %1$s
                union all
                select %3$s, 'PROMISED', coalesce(p.broken_at, p.settled_at), null, null, p.kept, p.broken
                from ticket_promise p join ticket t on t.id = p.ticket_id
                where (p.broken_at is not null or p.settled_at is not null) and coalesce(p.broken_at, p.settled_at) >= :from and coalesce(p.broken_at, p.settled_at) < :to and %1$s
            )
            """;

    private static final String ROWS = """
            select k.*, %3$s as name from (
                select f.key::text as key, grouping(f.key) = 1 as whole,
                       count(*) filter (where f.what = 'OPENED') as opened,
                       count(*) filter (where f.what = 'ANSWERED') as answered,
                       percentile_cont(0.5) within group (order by f.seconds) filter (where f.what = 'ANSWERED') as response,
                       percentile_cont(0.9) within group (order by f.seconds) filter (where f.what = 'ANSWERED') as slow_response,
                       count(*) filter (where f.what = 'SOLVED') as solved,
                       percentile_cont(0.5) within group (order by f.seconds) filter (where f.what = 'SOLVED') as solution,
                       percentile_cont(0.9) within group (order by f.seconds) filter (where f.what = 'SOLVED') as slow_solution,
                       percentile_cont(0.5) within group (order by f.work) as work,
                       count(*) filter (where f.what = 'SOLVED' and f.reopenings > 0) as reopened,
                       count(f.satisfaction) filter (where f.what = 'SOLVED') as rated,
                       round(avg(f.satisfaction) filter (where f.what = 'SOLVED'), 2) as rating,
                       count(*) filter (where f.what = 'SOLVED' and f.satisfaction >= 4) as satisfied,
                       coalesce(sum(f.kept), 0) as kept, coalesce(sum(f.broken), 0) as broken,
                       count(distinct f.id) filter (where f.broken > 0) as broken_tickets
                from (select f.*, %1$s as key from f%2$s) f group by grouping sets ((f.key), ())
            ) k%4$s order by k.whole desc, %5$s limit :limit""";

    private final JdbcClient database;

    TicketReportRepository(JdbcClient database) {
        this.database = database;
    }

    /** All of them together first, then the rows. */
    List<TicketRow> rows(Scope scope, TicketFilter filter, ZoneId zone, int limit) {
        TicketCut cut = filter.by();
        String key = cut.key().replace("t.", "f.");
        String name = cut.table() == null ? "k.key" : "n.name";
        String names = cut.table() == null ? "" : " left join " + cut.table() + " n on n.id = k.key::bigint";
        String customers = cut.ofTheCustomer().formatted("f");
        String order = cut == TicketCut.MONTH ? "k.key" : "k.opened + k.solved desc, k.key";
        return ask(facts(scope, filter) + ROWS.formatted(key, customers, name, names, order), scope, filter, zone)
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
                    select date_trunc('%1$s', t.solved_at at time zone :zone)::date, 0, count(*)
                    from ticket t where t.solved_at >= :from and t.solved_at < :to and %2$s group by 1
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
        return FACTS.formatted(which(scope, filter), MEASURED, COLUMNS);
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
            default -> " and " + cut.key() + " = :" + cut.column() + (cut.table() == null ? "" : "::bigint");
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
