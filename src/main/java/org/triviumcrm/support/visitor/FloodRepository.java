package org.triviumcrm.support.visitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much has come from whom, for all nodes. */
@Repository
class FloodRepository {

    private final JdbcClient database;

    FloodRepository(JdbcClient database) {
        this.database = database;
    }

    /** One more. @return how many there are in this span of time */
    int count(long widgetId, String kind, String who, Duration span, Instant now) {
        long since = now.getEpochSecond() / span.toSeconds() * span.toSeconds();
        return database.sql("""
                        insert into chat_hit (widget_id, kind, address, since, hits) values (:widget, :kind, :who, :since, 1)
                        on conflict (widget_id, kind, address, since) do update set hits = chat_hit.hits + 1 returning hits""")
                .param("widget", widgetId)
                .param("kind", kind)
                .param("who", who)
                .param("since", Instant.ofEpochSecond(since).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void forgetBefore(Instant when) {
        database.sql("delete from chat_hit where since < :when")
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }
}
