package org.triviumcrm.sales.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes who has opened a paper on the customer's own pages, each at most once an hour. */
@Repository
class OpeningRepository {

    private static final Duration AGAIN = Duration.ofHours(1);

    /** The events of a kind of paper. */
    enum Events {
        QUOTE("quote_event", "quote_id"),
        CONTRACT("contract_event", "contract_id");

        private final String table;
        private final String paper;

        Events(String table, String paper) {
            this.table = table;
            this.paper = paper;
        }

        private String sql(String text) {
            return text.replace("{table}", table).replace("{paper}", paper);
        }
    }

    private final JdbcClient database;

    OpeningRepository(JdbcClient database) {
        this.database = database;
    }

    /** @return whether nobody had opened it before */
    boolean note(Events events, long id, String who, Instant now) {
        boolean first = database.sql(
                        events.sql("select not exists (select 1 from {table} where {paper} = :id and kind = 'OPENED')"))
                .param("id", id)
                .query(Boolean.class)
                .single();
        database.sql(events.sql("""
                        insert into {table} (id, {paper}, kind, at, said)
                        select nextval('{table}_seq'), :id, 'OPENED', :now, :who
                        where not exists (select 1 from {table} e where e.{paper} = :id and e.kind = 'OPENED' and e.said = :who and e.at > :since)"""))
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("since", now.minus(AGAIN).atOffset(ZoneOffset.UTC))
                .update();
        return first;
    }
}
