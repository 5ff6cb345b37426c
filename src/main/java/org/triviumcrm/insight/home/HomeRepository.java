package org.triviumcrm.insight.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** The figures of the home page: sums from the maintained totals, rows by index and few. */
@Repository
class HomeRepository {

    record Sum(long count, BigDecimal amount) {}

    record Won(Sum inMonth, Sum inQuarter) {}

    record StageSum(long id, String name, String pipeline, long count, BigDecimal amount) {}

    record PersonSum(long id, String name, long count, BigDecimal amount) {}

    record Task(long id, String subject, String aboutType, long aboutId, Instant at) {
        String about() {
            return aboutType + ":" + aboutId;
        }
    }

    private final JdbcClient jdbc;

    HomeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Won in the months from one to another, each named by its first day, and in the last of them alone. */
    Won won(Scope scope, LocalDate from, LocalDate to) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return jdbc.sql("""
                        select coalesce(sum(t.count), 0) as count, coalesce(sum(t.base_amount), 0) as amount,
                               coalesce(sum(t.count) filter (where t.closed_month = :to), 0) as last_count,
                               coalesce(sum(t.base_amount) filter (where t.closed_month = :to), 0) as last_amount
                        from %s t
                        where t.state = 'WON' and t.closed_month between :from and :to and %s""".formatted(totals.table(), totals.condition("t")))
                .param("from", from)
                .param("to", to)
                .params(scope.parameters())
                .query((row, number) -> new Won(
                        new Sum(row.getLong("last_count"), row.getBigDecimal("last_amount")),
                        new Sum(row.getLong("count"), row.getBigDecimal("amount"))))
                .single();
    }

    List<StageSum> stages(Scope scope) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return jdbc.sql("select s.id, s.name, p.name as pipeline, sum(t.count) as count, sum(t.base_amount) as amount"
                        + " from " + totals.table()
                        + " t join stage s on s.id = t.stage_id join pipeline p on p.id = s.pipeline_id"
                        + " where t.state = 'OPEN' and " + totals.condition("t")
                        + " group by s.id, p.id having sum(t.count) > 0 order by p.position, p.id, s.position, s.id")
                .params(scope.parameters())
                .query(StageSum.class)
                .list();
    }

    List<PersonSum> wonByPerson(Scope scope, LocalDate from, LocalDate to) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return jdbc.sql("select w.id, w.name, sum(t.count) as count, sum(t.base_amount) as amount"
                        + " from " + totals.table() + " t join person w on w.id = t.owner_id"
                        + " where t.state = 'WON' and t.closed_month between :from and :to and " + totals.condition("t")
                        + " group by w.id having sum(t.count) > 0 order by amount desc, w.id limit 10")
                .param("from", from)
                .param("to", to)
                .params(scope.parameters())
                .query(PersonSum.class)
                .list();
    }

    /** Own open tasks due before a time. */
    List<Task> tasks(long ownerId, Instant before) {
        return jdbc.sql("""
                        select id, subject, about_type, about_id, at from activity
                        where owner_id = :owner and kind = 'TASK' and done_at is null and at < :before
                        order by at, id limit 10""")
                .param("owner", ownerId)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Task.class)
                .list();
    }
}
