package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A website with a chat, and what its visitors talked about of late, from chats.csv; all of it is over. */
@Component
class DemoChats {

    private static final Duration PAUSE = Duration.ofSeconds(50);

    private final DemoWriter writer;

    DemoChats(DemoWriter writer) {
        this.writer = writer;
    }

    void write(DemoCast cast, Instant since, Instant now) {
        Long queue = writer.database()
                .queryForObject("select id from ticket_queue order by position, id limit 1", Map.of(), Long.class);
        Map<String, List<NamedCsvRecord>> talks = DemoFile.CHATS.rows().stream()
                .collect(Collectors.groupingBy(row -> row.getField("chat"), LinkedHashMap::new, Collectors.toList()));
        long widget = writer.ids("chat_widget_seq", 1).next();
        writer.insert(
                "chat_widget",
                List.of(new DemoRow()
                        .with("id", widget)
                        .with("name", "www.example.com")
                        .with("token", "demo-" + widget)
                        .with("queue_id", queue)
                        .with("origins", "https://www.example.com")
                        .with("colour", "#1f5f99")
                        .with("language", "PAGE")
                        .with("asks_name", "OPTIONAL")
                        .with("asks_email", "OPTIONAL")
                        .with("offline", true)
                        .with("keeps_hours", true)
                        .with("wait_minutes", 3)
                        .with("most_chats", 4)
                        .with("active", true)
                        .since(since, since)));
        Iterator<Long> ids = writer.ids("chat_seq", talks.size());
        List<Map<String, Object>> chats = new ArrayList<>();
        List<Map<String, Object>> words = new ArrayList<>();
        for (List<NamedCsvRecord> talk : talks.values()) {
            long id = ids.next();
            NamedCsvRecord first = talk.get(0);
            DemoCast.Member agent = cast.agentFor(first.getField("language").equals("ZH") ? "zh" : "en");
            Instant begun = now.minusSeconds(Math.round(Double.parseDouble(first.getField("days")) * 86_400));
            chats.add(chat(id, widget, queue == null ? 0 : queue, agent, talk, begun));
            for (int i = 0; i < talk.size(); i++) {
                NamedCsvRecord said = talk.get(i);
                String side = said.getField("side");
                words.add(new DemoRow()
                        .with("chat_id", id)
                        .with("seq", i + 1)
                        .with("kind", side)
                        .with("at", begun.plus(PAUSE.multipliedBy(i)))
                        .with("author_id", side.equals("VISITOR") ? null : agent.id())
                        .with("body", said.getField("text")));
            }
        }
        writer.insert("chat", chats);
        writer.insert("chat_message", words);
    }

    private static DemoRow chat(
            long id, long widget, long queue, DemoCast.Member agent, List<NamedCsvRecord> talk, Instant begun) {
        NamedCsvRecord first = talk.get(0);
        String visitor = first.getField("visitor");
        String rating = first.getField("rating");
        Instant end = begun.plus(PAUSE.multipliedBy(talk.size()));
        return new DemoRow()
                .with("id", id)
                .with("widget_id", widget)
                .with("queue_id", queue)
                .with("token", "demo-" + id)
                .with("name", visitor.isEmpty() ? "#" + id : visitor)
                .with("state", "ENDED")
                .with("owner_id", agent.id())
                .with("team_id", agent.teamId())
                .with("visitor_name", visitor.isEmpty() ? null : visitor)
                .with("language", first.getField("language"))
                .with("page", "https://www.example.com/")
                .with("created_at", begun)
                .with("answered_at", begun.plus(PAUSE))
                .with("spoken_at", end.minus(PAUSE))
                .with("visitor_seen_at", end)
                .with("ended_at", end)
                .with("end_reason", "VISITOR")
                .with("last_seq", talk.size())
                .with("visitor_seq", talk.size())
                .with("read_seq", talk.size())
                .with("rating", rating.isEmpty() ? null : Integer.valueOf(rating));
    }
}
