package org.triviumcrm.customer.activity;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Timelines and task lists, by key. */
@Repository
class TimelineRepository {

    private static final String ROWS = """
            select a.id, a.kind, a.about_type, a.about_id, c.name as customer, a.customer_id, a.subject, a.body, a.at,
                   a.minutes, a.done_at, a.owner_id, w.name as owner
            from activity a
            join person w on w.id = a.owner_id
            left join customer c on c.id = a.customer_id
            """;

    private final JdbcClient database;

    TimelineRepository(JdbcClient database) {
        this.database = database;
    }

    /** The latest first; {@code before} is the last one seen. A customer's timeline has those of its records as well. */
    List<ActivityRow> of(About about, @Nullable TimelinePlace before, int size) {
        String subject =
                about.type().equals("customer") ? "a.customer_id = :id" : "a.about_type = :type and a.about_id = :id";
        var query = database.sql(ROWS + "where " + subject
                        + (before == null ? "" : " and (a.at, a.id) < (:at, :beforeId)")
                        + " order by a.at desc, a.id desc limit :size")
                .param("id", about.id())
                .param("size", size);
        if (!about.type().equals("customer")) {
            query = query.param("type", about.type());
        }
        if (before != null) {
            query = query.param("at", before.at().atOffset(ZoneOffset.UTC)).param("beforeId", before.id());
        }
        return query.query(ActivityRow.class).list();
    }

    /** Somebody's open tasks, those due first first. */
    List<ActivityRow> openTasks(long personId, int size) {
        return database.sql(
                        ROWS
                                + "where a.owner_id = :owner and a.kind = 'TASK' and a.done_at is null order by a.at, a.id limit :size")
                .param("owner", personId)
                .param("size", size)
                .query(ActivityRow.class)
                .list();
    }
}
