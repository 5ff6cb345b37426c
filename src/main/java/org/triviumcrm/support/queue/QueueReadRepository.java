package org.triviumcrm.support.queue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of queues. */
@Repository
class QueueReadRepository {

    private final JdbcClient database;

    QueueReadRepository(JdbcClient database) {
        this.database = database;
    }

    List<QueueRow> rows() {
        return database.sql("""
                        select q.id, q.name, q.assignment, q.active,
                               (select count(*) from ticket_queue_member m join person p on p.id = m.person_id and p.active where m.queue_id = q.id) as members,
                               coalesce(o.tickets, 0) as open, coalesce(o.unowned, 0) as unowned
                        from ticket_queue q
                        left join (select t.queue_id, count(*) as tickets, count(*) filter (where t.owner_id is null) as unowned
                                   from ticket t where t.status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD') group by t.queue_id) o on o.queue_id = q.id
                        order by q.position, q.id""").query(QueueRow.class).list();
    }
}
