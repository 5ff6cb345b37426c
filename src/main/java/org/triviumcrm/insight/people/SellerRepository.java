package org.triviumcrm.insight.people;

import java.math.BigDecimal;
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

/** What one person has in hand; all of it by the person's own indexes. */
@Repository
class SellerRepository {

    /**
     * A stage as it holds what is open, and how the stays that ended within the days ended.
     *
     * @param forward into a later stage, or won
     */
    record StageRow(
            long id,
            String name,
            String pipeline,
            long count,
            BigDecimal amount,
            long forward,
            long backward,
            long lost) {}

    record Win(
            long id,
            String name,
            @Nullable String customer,
            @Nullable BigDecimal amount,
            String currency,
            LocalDate closedOn) {}

    /** How the stay of an opportunity in a stage ended. */
    record Stay(long id, String name, String to, String outcome, Instant at, long seconds) {}

    static final int WINS = 8;
    static final int ACTIONS = 60;
    static final int STAYS = 500;

    private static final String OUTCOME = """
            case when g.kind = 'WON' or g.kind = 'OPEN' and g.position > f.position then 'FORWARD'
                 when g.kind = 'LOST' then 'LOST' else 'BACKWARD' end""";

    private static final String STAYED = """
            from opportunity o join stage_change c on c.opportunity_id = o.id
            join stage f on f.id = c.from_stage_id join stage g on g.id = c.to_stage_id
            where o.owner_id = :person and %1$s and f.kind = 'OPEN' and c.at >= :begin and c.at < :end""";

    private static final String STAGES = """
            with n as (
                select o.stage_id as id, count(*) as count, sum(o.base_amount) as amount from opportunity o
                where o.owner_id = :person and o.state = 'OPEN' and %1$s group by 1
            ), m as (
                select x.id, count(*) filter (where x.outcome = 'FORWARD') as forward, count(*) filter (where x.outcome = 'BACKWARD') as backward,
                       count(*) filter (where x.outcome = 'LOST') as lost
                from (select f.id, %2$s as outcome %3$s) x group by 1
            )
            select s.id, s.name, p.name as pipeline, coalesce(n.count, 0) as count, coalesce(n.amount, 0) as amount,
                   coalesce(m.forward, 0) as forward, coalesce(m.backward, 0) as backward, coalesce(m.lost, 0) as lost
            from stage s join pipeline p on p.id = s.pipeline_id left join n on n.id = s.id left join m on m.id = s.id
            where n.id is not null or m.id is not null order by p.position, p.id, s.position, s.id""";

    /** Tasks are the person's own; quotes are seen as far as quotes are. */
    private static final String ACTIONS_SQL = """
            with f as (
                select o.id, o.name, o.customer_id, o.base_amount, o.amount, o.currency,
                       case when o.expected_close_date < :today then o.expected_close_date end as overdue,
                       case when greatest(o.last_activity_at, coalesce(o.owner_since, o.created_at)) < :idle
                            then greatest(o.last_activity_at, coalesce(o.owner_since, o.created_at)) end as idle_since,
                       coalesce(o.next_step, '') = '' and not exists (
                           select 1 from activity c where c.about_type = 'opportunity' and c.about_id = o.id
                             and (c.kind = 'TASK' or c.planned) and c.done_at is null and c.cancelled_at is null) as stepless,
                       q.id as quote_id, q.number as quote_number, q.valid_until, t.subject, t.at
                from opportunity o
                left join lateral (select q.id, q.number, q.valid_until from quote q where q.opportunity_id = o.id and q.state = 'SENT'
                    and q.valid_until between :today and :soon and %2$s order by q.valid_until, q.id limit 1) q on true
                left join lateral (select t.subject, t.at from activity t where t.about_type = 'opportunity' and t.about_id = o.id
                    and t.kind = 'TASK' and t.done_at is null and t.owner_id = :person and t.at < :now order by t.at, t.id limit 1) t on true
                where o.owner_id = :person and o.state = 'OPEN' and %1$s
            )
            select x.*, c.name as customer from (
                select 'OPPORTUNITY' as kind, f.id, f.name, f.customer_id, null as about, f.base_amount as worth, f.amount, f.currency, f.overdue, f.idle_since,
                       f.stepless, f.quote_id, f.quote_number, f.valid_until as quote_valid_until, f.subject as task, f.at as task_at
                from f where f.overdue is not null or f.idle_since is not null or f.stepless or f.quote_id is not null or f.subject is not null
                union all
                select 'QUOTE', q.id, q.name, q.customer_id, case when q.opportunity_id is null then 'customer:' || q.customer_id else 'opportunity:' || q.opportunity_id end,
                       q.base_net, q.net, q.currency, null, null, false, q.id, q.number, q.valid_until, null, null
                from quote q where q.owner_id = :person and q.state = 'SENT' and q.valid_until between :today and :soon and %2$s
                  and not exists (select 1 from f where f.id = q.opportunity_id)
                union all
                select 'TASK', t.id, t.subject, null, t.about_type || ':' || t.about_id, 0, null, null, null, null, false, null, null, null, t.subject, t.at
                from activity t where t.kind = 'TASK' and t.done_at is null and t.owner_id = :person and t.at < :now
                  and not (t.about_type = 'opportunity' and exists (select 1 from f where f.id = t.about_id))
            ) x left join customer c on c.id = x.customer_id
            order by x.worth desc, x.kind, x.task_at, x.id limit :limit""";

    private final JdbcClient database;

    SellerRepository(JdbcClient database) {
        this.database = database;
    }

    List<StageRow> stages(Scope scope, long person, Span span, ZoneId zone) {
        String sql = STAGES.formatted(scope.sql("o"), OUTCOME, STAYED.formatted(scope.sql("o")));
        return within(sql, scope, person, span, zone).query(StageRow.class).list();
    }

    /** The stays in a stage that ended within the days, the latest first. */
    List<Stay> stays(Scope scope, long person, long stage, Span span, ZoneId zone) {
        String sql = "select o.id, o.name, g.name as to, " + OUTCOME + " as outcome, c.at, c.stayed_seconds as seconds "
                + STAYED.formatted(scope.sql("o")) + " and f.id = :stage order by c.at desc, c.id desc limit :limit";
        return within(sql, scope, person, span, zone)
                .param("stage", stage)
                .param("limit", STAYS)
                .query(Stay.class)
                .list();
    }

    List<Win> wins(Scope scope, long person, Span span) {
        return database.sql("""
                        select o.id, o.name, c.name as customer, o.amount, o.currency, o.closed_on
                        from opportunity o left join customer c on c.id = o.customer_id
                        where o.owner_id = :person and o.state = 'WON' and o.closed_on between :from and :to and %s
                        order by o.closed_on desc, o.id desc limit :limit""".formatted(scope.sql("o")))
                .param("person", person)
                .param("from", span.from())
                .param("to", span.to())
                .param("limit", WINS)
                .params(scope.parameters())
                .query(Win.class)
                .list();
    }

    /** The most valuable first. */
    List<NextAction> actions(Scope scope, Scope quotes, long person, LocalDate today, Instant now, ZoneId zone) {
        return database.sql(
                        ACTIONS_SQL.formatted(scope.sql("o"), quotes.sql("q").replace(":", ":quote_")))
                .param("person", person)
                .param("today", today)
                .param("soon", today.plusDays(NextAction.QUOTE_DAYS))
                .param(
                        "idle",
                        today.minusDays(NextAction.IDLE_DAYS).atStartOfDay(zone).toOffsetDateTime())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", ACTIONS + 1)
                .params(scope.parameters())
                .params(quotes.parameters().entrySet().stream()
                        .collect(Collectors.toMap(one -> "quote_" + one.getKey(), Map.Entry::getValue)))
                .query(NextAction.class)
                .list();
    }

    private JdbcClient.StatementSpec within(String sql, Scope scope, long person, Span span, ZoneId zone) {
        return database.sql(sql)
                .param("person", person)
                .param("begin", span.from().atStartOfDay(zone).toOffsetDateTime())
                .param("end", span.to().plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .params(scope.parameters());
    }
}
