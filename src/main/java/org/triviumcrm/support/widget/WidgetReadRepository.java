package org.triviumcrm.support.widget;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of widgets. */
@Repository
class WidgetReadRepository {

    private final JdbcClient database;

    WidgetReadRepository(JdbcClient database) {
        this.database = database;
    }

    List<WidgetRow> rows(Instant since) {
        return database.sql("""
                        select w.id, w.name, q.name as queue, w.origins, w.active,
                               (select count(*) from chat c where c.widget_id = w.id and c.created_at >= :since) as chats
                        from chat_widget w join ticket_queue q on q.id = w.queue_id order by w.name, w.id""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(WidgetRow.class)
                .list();
    }
}
