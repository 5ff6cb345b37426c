package org.triviumcrm.support.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendars by which queues go. */
@Repository
public class QueueHoursRepository {

    private final JdbcClient database;

    QueueHoursRepository(JdbcClient database) {
        this.database = database;
    }

    /** A queue, and whether it goes by a calendar. @param elsewhere the name of another one by which it goes */
    record QueueHours(
            long id, String name, boolean here, @Nullable String elsewhere) {}

    /** All queues, as they go by a calendar. */
    List<QueueHours> of(long calendarId) {
        return database.sql("""
                        select q.id, q.name, coalesce(b.calendar_id = :calendar, false) as here,
                               case when b.calendar_id <> :calendar then c.name end as elsewhere
                        from ticket_queue q
                        left join business_calendar_queue b on b.queue_id = q.id
                        left join business_calendar c on c.id = b.calendar_id
                        order by q.position, q.id""")
                .param("calendar", calendarId)
                .query(QueueHours.class)
                .list();
    }

    /** From now on these queues, and no others, go by the calendar. */
    void set(long calendarId, List<Long> queueIds) {
        Long[] ids = queueIds.toArray(Long[]::new);
        database.sql("delete from business_calendar_queue where calendar_id = :calendar and queue_id <> all(:queues)")
                .param("calendar", calendarId)
                .param("queues", ids)
                .update();
        database.sql("""
                        insert into business_calendar_queue (queue_id, calendar_id)
                        select id, :calendar from ticket_queue where id = any(:queues)
                        on conflict (queue_id) do update set calendar_id = excluded.calendar_id""").param("calendar", calendarId).param("queues", ids).update();
    }

    /** Null where a queue has none of its own. */
    public @Nullable Long calendarOf(long queueId) {
        return database.sql("select calendar_id from business_calendar_queue where queue_id = ?")
                .param(queueId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    boolean isUsed(long calendarId) {
        return database.sql("select exists (select 1 from business_calendar_queue where calendar_id = ?)")
                .param(calendarId)
                .query(Boolean.class)
                .single();
    }
}
