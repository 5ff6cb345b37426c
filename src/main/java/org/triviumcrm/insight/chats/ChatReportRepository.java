package org.triviumcrm.insight.chats;

import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/** Reads the figures from the talks themselves, found by the index of when they began: medians can't be added up beforehand. */
@Repository
class ChatReportRepository {

    private static final String MISSED =
            "f.state = 'ENDED' and f.answered_at is null and f.end_reason not in ('HELPED', 'OFFLINE')";

    /** %1$s: the key, %2$s: which talks, %3$s and %4$s: the name and where it stands, %5$s: the order. */
    private static final String ROWS = """
            with f as (
                select %1$s as key, t.state, t.end_reason, t.answered_at, t.outcome, t.rating,
                       date_part('epoch', t.answered_at - t.created_at) as wait,
                       date_part('epoch', t.ended_at - t.answered_at) as duration
                from chat t where t.created_at >= :from and t.created_at < :to and (%2$s)
            )
            select k.*, %3$s as name from (
                select f.key::text as key, grouping(f.key) = 1 as whole, count(*) as talks, count(f.answered_at) as answered,
                       percentile_cont(0.5) within group (order by f.wait) as waited,
                       percentile_cont(0.9) within group (order by f.wait) as slow_wait,
                       percentile_cont(0.5) within group (order by f.duration) as duration,
                       count(*) filter (where %6$s) as missed,
                       count(*) filter (where f.end_reason = 'OFFLINE') as "left",
                       count(*) filter (where f.end_reason = 'HELPED') as helped,
                       count(*) filter (where f.outcome = 'TICKET') as tickets,
                       count(*) filter (where f.outcome = 'LEAD') as leads,
                       count(f.rating) as rated, round(avg(f.rating), 2) as rating,
                       count(*) filter (where f.rating >= 4) as satisfied
                from f group by grouping sets ((f.key), ())
            ) k%4$s order by k.whole desc, %5$s limit :limit""";

    private final JdbcClient database;

    ChatReportRepository(JdbcClient database) {
        this.database = database;
    }

    /** All of them together first, then the rows. */
    List<ChatFigures> rows(Scope scope, ChatReportFilter filter, ZoneId zone, int limit) {
        ChatCut cut = filter.by();
        String name = cut.table() == null ? "k.key" : "n.name";
        String names = cut.table() == null ? "" : " left join " + cut.table() + " n on n.id = k.key::bigint";
        String order = cut.isTime() ? "k.key" : "k.talks desc, k.key";
        return database.sql(ROWS.formatted(cut.key(), scope.sql("t"), name, names, order, MISSED))
                .params(scope.parameters())
                .param("zone", zone.getId())
                .param("from", filter.first().atStartOfDay(zone).toOffsetDateTime())
                .param("to", filter.last().plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("limit", limit)
                .query(ChatFigures.class)
                .list();
    }
}
