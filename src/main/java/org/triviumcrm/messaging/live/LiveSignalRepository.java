package org.triviumcrm.messaging.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sends signals to all nodes; PostgreSQL hands them out when the transaction commits, and forgets them when it does not. */
@Repository
class LiveSignalRepository {

    static final String CHANNEL = "trivium_live";

    /** PostgreSQL takes signals of up to 8,000 bytes. */
    private static final int PEOPLE = 300;

    private final JdbcClient jdbc;

    LiveSignalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their ids, separated by commas. */
    void send(Collection<Long> personIds) {
        send("", personIds);
    }

    /** The same behind a topic. */
    void send(String topic, Collection<Long> personIds) {
        List<Long> people = personIds.stream().distinct().sorted().toList();
        List<String> signals = new ArrayList<>();
        for (int from = 0; from < people.size(); from += PEOPLE) {
            signals.add(topic
                    + people.subList(from, Math.min(people.size(), from + PEOPLE)).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")));
        }
        send(signals);
    }

    /** To whoever has something to do with a room. */
    void tell(String room, String word) {
        send(List.of(LiveListener.ROOM + room + LiveListener.TOPIC_END + word));
    }

    private void send(List<String> signals) {
        jdbc.sql("select pg_notify(:channel, s) from unnest(:signals::text[]) s")
                .param("channel", CHANNEL)
                .param("signals", signals.toArray(String[]::new))
                .query((row, number) -> true)
                .list();
    }
}
