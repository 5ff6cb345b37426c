package org.triviumcrm.support.sla;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a ticket concerns that is nobody's yet. */
@Repository
class AlarmReceiverRepository {

    private final JdbcClient database;

    AlarmReceiverRepository(JdbcClient database) {
        this.database = database;
    }

    List<Long> members(long queueId) {
        return database.sql("select person_id from ticket_queue_member where queue_id = ? order by person_id")
                .param(queueId)
                .query(Long.class)
                .list();
    }

    List<Long> teams(long queueId) {
        return database.sql("""
                        select distinct p.team_id from ticket_queue_member m join person p on p.id = m.person_id
                        where m.queue_id = ? and p.team_id is not null""").param(queueId).query(Long.class).list();
    }
}
