package org.triviumcrm.insight.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/** The figures of the home page: sums from the maintained totals, rows by index and few. */
@Repository
class HomeRepository {

    record Sum(long count, BigDecimal amount) {}

    record StageSum(long id, String name, String pipeline, long count, BigDecimal amount) {}

    record PersonSum(long id, String name, long count, BigDecimal amount) {}

    record StaleDeal(long id, String name, @Nullable String customer, String stage, Instant since) {}

    record Task(long id, String subject, String aboutType, long aboutId, Instant at) {
        String about() {
            return aboutType + ":" + aboutId;
        }
    }

    private final JdbcClient jdbc;

    HomeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Won in the months from one to another, each named by its first day. */
    Sum won(Scope scope, LocalDate from, LocalDate to) {
        return jdbc.sql("select coalesce(sum(t.count), 0) as count, coalesce(sum(t.base_amount), 0) as amount"
                        + " from opportunity_total t where t.state = 'WON' and t.closed_month between :from and :to and "
                        + scope.sql("t"))
                .param("from", from)
                .param("to", to)
                .params(scope.parameters())
                .query(Sum.class)
                .single();
    }

    List<StageSum> stages(Scope scope) {
        return jdbc.sql("select s.id, s.name, p.name as pipeline, sum(t.count) as count, sum(t.base_amount) as amount"
                        + " from opportunity_total t join stage s on s.id = t.stage_id join pipeline p on p.id = s.pipeline_id"
                        + " where t.state = 'OPEN' and " + scope.sql("t")
                        + " group by s.id, p.id having sum(t.count) > 0 order by p.position, p.id, s.position, s.id")
                .params(scope.parameters())
                .query(StageSum.class)
                .list();
    }

    List<PersonSum> wonByPerson(Scope scope, LocalDate from, LocalDate to) {
        return jdbc.sql("select w.id, w.name, sum(t.count) as count, sum(t.base_amount) as amount"
                        + " from opportunity_total t join person w on w.id = t.owner_id"
                        + " where t.state = 'WON' and t.closed_month between :from and :to and " + scope.sql("t")
                        + " group by w.id having sum(t.count) > 0 order by amount desc, w.id limit 10")
                .param("from", from)
                .param("to", to)
                .params(scope.parameters())
                .query(PersonSum.class)
                .list();
    }

    /** Own open opportunities that have lain longest in their stage. */
    List<StaleDeal> stale(Scope scope, long ownerId, Instant before) {
        return jdbc.sql("select o.id, o.name, c.name as customer, s.name as stage, o.stage_entered_at as since"
                        + " from opportunity o join stage s on s.id = o.stage_id"
                        + " left join customer c on c.id = o.customer_id where o.state = 'OPEN' and o.owner_id = :owner"
                        + " and o.stage_entered_at < :before and " + scope.sql("o")
                        + " order by o.stage_entered_at, o.id limit 8")
                .param("owner", ownerId)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .params(scope.parameters())
                .query(StaleDeal.class)
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
