package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was written in the tickets of the demo, and what that made of them. */
final class DemoConversation {

    private static final int MESSAGES = 4;
    private static final int EVENTS = 8;

    private final DemoWriter writer;
    private final Iterator<Long> messageIds;
    private final Iterator<Long> eventIds;
    private final List<Map<String, Object>> messages = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();

    DemoConversation(DemoWriter writer, int tickets) {
        this.writer = writer;
        this.messageIds = writer.ids("ticket_message_seq", tickets * MESSAGES);
        this.eventIds = writer.ids("ticket_event_seq", tickets * EVENTS);
    }

    void add(long ticket, NamedCsvRecord row, DemoTicketLife life, Instant opened, long agent) {
        message(ticket, "INBOUND", opened, null, row.getField("text"));
        event(ticket, "OPENED", opened, null, null, null);
        Instant replied = life.replied();
        if (replied == null) {
            return;
        }
        if (!row.getField("note").isEmpty()) {
            message(ticket, "NOTE", replied.minus(Duration.ofMinutes(5)), agent, row.getField("note"));
        }
        event(ticket, "OWNER", replied.minus(Duration.ofMinutes(6)), agent, null, String.valueOf(agent));
        message(ticket, "REPLY", replied, agent, row.getField("reply"));
        event(ticket, "REPLIED", replied, agent, null, null);
        boolean asks = !row.getField("answer").isEmpty();
        event(ticket, "STATUS", replied, agent, "NEW", asks ? "PENDING" : "ON_HOLD");
        Instant answered = life.answered();
        if (answered != null) {
            message(ticket, "INBOUND", answered, null, row.getField("answer"));
            event(ticket, "INBOUND", answered, null, null, null);
            event(ticket, "STATUS", answered, null, "PENDING", "OPEN");
        }
        Instant solved = life.solved();
        if (solved != null) {
            event(ticket, "STATUS", solved, agent, asks ? "OPEN" : "ON_HOLD", "SOLVED");
            if (life.status().equals("CLOSED")) {
                event(ticket, "STATUS", life.since(), null, "SOLVED", "CLOSED");
            }
        }
    }

    void write() {
        writer.insert("ticket_message", messages);
        writer.insert("ticket_event", events);
    }

    private void message(long ticket, String kind, Instant at, @Nullable Long author, String body) {
        messages.add(new DemoRow()
                .with("id", messageIds.next())
                .with("ticket_id", ticket)
                .with("kind", kind)
                .with("at", at)
                .with("author_id", author)
                .with("body", body)
                .with("due_at", kind.equals("REPLY") ? at : null));
    }

    private void event(
            long ticket, String kind, Instant at, @Nullable Long by, @Nullable String was, @Nullable String becomes) {
        events.add(new DemoRow()
                .with("id", eventIds.next())
                .with("ticket_id", ticket)
                .with("at", at)
                .with("kind", kind)
                .with("by_id", by)
                .with("was", was)
                .with("becomes", becomes));
    }
}
