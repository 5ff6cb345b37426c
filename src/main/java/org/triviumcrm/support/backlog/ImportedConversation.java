package org.triviumcrm.support.backlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.support.ticket.TicketEventKind;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * What was said in tickets of a file, and what happened to them. What a file calls the resolution becomes a note: it may have been
 * written for colleagues only, and nothing that comes from a file is ever sent.
 */
@Component
class ImportedConversation {

    static final String DESCRIPTION = "description";
    static final String RESOLUTION = "resolution";

    private static final String MESSAGES = "ticket_message";
    private static final String EVENTS = "ticket_event";

    private final RecordWriter writer;

    ImportedConversation(RecordWriter writer) {
        this.writer = writer;
    }

    /** A new ticket of a row. */
    record Begun(long id, ImportRow row, ImportedTimes times) {}

    void write(ImportContext context, List<Begun> tickets, List<Move> moves) {
        List<Map<String, Object>> messages = new ArrayList<>();
        List<Map<String, Object>> events = new ArrayList<>();
        for (Begun ticket : tickets) {
            said(ticket, context, messages);
            happened(ticket, events);
        }
        for (Move move : moves) {
            events.add(status(move.ticket(), move.was(), move.becomes(), context.now(), context.personId()));
        }
        number(messages, "ticket_message_seq");
        writer.insertPlain(MESSAGES, messages);
        number(events, "ticket_event_seq");
        writer.insertPlain(EVENTS, events);
    }

    private static void said(Begun ticket, ImportContext context, List<Map<String, Object>> messages) {
        ImportRow row = ticket.row();
        String description = row.text(DESCRIPTION);
        if (description != null) {
            Map<String, Object> message =
                    message(ticket, "INBOUND", ticket.times().begun(), description);
            put(message, "author_name", row.text(TicketImport.REQUESTER));
            put(message, "author_email", row.text(TicketImport.EMAIL));
            messages.add(message);
        }
        String resolution = row.text(RESOLUTION);
        if (resolution != null) {
            Map<String, Object> message = message(ticket, "NOTE", ticket.times().since(), resolution);
            message.put("author_id", context.personId());
            messages.add(message);
        }
    }

    private static Map<String, Object> message(Begun ticket, String kind, Instant at, String body) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("ticket_id", ticket.id());
        message.put("kind", kind);
        message.put("at", at);
        message.put("body", body);
        return message;
    }

    private static void happened(Begun ticket, List<Map<String, Object>> events) {
        ImportedTimes times = ticket.times();
        Long owner = ticket.row().id("owner");
        events.add(event(ticket.id(), TicketEventKind.OPENED, times.begun(), null));
        if (times.answered() != null) {
            events.add(event(ticket.id(), TicketEventKind.REPLIED, times.answered(), owner));
        }
        TicketStatus before = TicketStatus.NEW;
        List<TicketStatus> steps = times.status() == TicketStatus.CLOSED
                ? List.of(TicketStatus.SOLVED, TicketStatus.CLOSED)
                : List.of(times.status());
        for (TicketStatus status : steps) {
            if (status != before) {
                events.add(status(ticket.id(), before, status, times.since(), owner));
                before = status;
            }
        }
    }

    private static Map<String, Object> status(
            long ticket, TicketStatus was, TicketStatus becomes, Instant at, @Nullable Long by) {
        Map<String, Object> event = event(ticket, TicketEventKind.STATUS, at, by);
        event.put("was", was);
        event.put("becomes", becomes);
        return event;
    }

    private static Map<String, Object> event(long ticket, TicketEventKind kind, Instant at, @Nullable Long by) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("ticket_id", ticket);
        event.put("at", at);
        event.put("kind", kind);
        put(event, "by_id", by);
        return event;
    }

    private static void put(Map<String, Object> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    private void number(List<Map<String, Object>> rows, String sequence) {
        List<Long> ids = writer.ids(sequence, rows.size());
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).put("id", ids.get(at));
        }
    }
}
