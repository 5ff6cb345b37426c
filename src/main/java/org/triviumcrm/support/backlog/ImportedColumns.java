package org.triviumcrm.support.backlog;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;

/** What follows from a row for the columns of its ticket. */
final class ImportedColumns {

    private ImportedColumns() {}

    static void addWords(ImportRow row, Map<String, Object> values) {
        Long priority = row.id("priority");
        if (priority != null) {
            values.put("priority", ImportedPriorities.of(priority).name());
        }
        Long channel = row.id("channel");
        if (channel != null) {
            values.put("channel", ImportedChannels.of(channel).name());
        }
        BigDecimal rating = row.decimal(TicketImport.SATISFACTION);
        if (rating != null) {
            values.put(TicketImport.SATISFACTION, rating.intValue());
        }
    }

    static void addTeam(
            ImportRow row, @Nullable ExistingRecord record, Map<Long, Long> teamOf, Map<String, Object> values) {
        Long team = teamOf.get(row.id("owner"));
        if (team != null && (record == null || !String.valueOf(row.id("owner")).equals(record.text("owner_id")))) {
            values.put("team_id", team);
        }
    }

    static void begin(ImportRow row, ImportedTimes times, Map<String, Object> values) {
        if (!row.has(TicketImport.QUEUE)) {
            row.refuse("exchange.refusal.required", TicketImport.QUEUE);
        }
        values.putIfAbsent("priority", TicketPriority.NORMAL.name());
        values.putIfAbsent("channel", (row.has(TicketImport.EMAIL) ? TicketChannel.EMAIL : TicketChannel.PHONE).name());
        values.put("status", times.status().name());
        values.put("status_since", times.since());
        values.put("created_at", times.begun());
        values.put("opening_known", times.opened() != null);
        values.put("times_contradict", times.contradict());
        values.put("last_inbound_at", times.begun());
        values.put("reopenings", times.reopenings());
        put(values, "first_reply_at", times.answered());
        put(values, "last_reply_at", times.answered());
        put(values, "waiting_since", times.waiting());
        put(values, "solved_at", times.over());
    }

    static void addContact(
            ImportRow row, Map<String, ImportedTicketRepository.Known> known, Map<String, Object> values) {
        String address = row.text(TicketImport.EMAIL);
        ImportedTicketRepository.Known contact =
                address == null ? null : known.get(ImportedTicketRepository.folded(address));
        if (contact != null) {
            values.put("contact_id", contact.id());
            if (contact.customerId() != null) {
                values.putIfAbsent("customer_id", contact.customerId());
            }
        }
    }

    /** What is over stays over, whatever the file says; a ticket that is there keeps the times that were seen here. */
    static Optional<Move> move(
            ImportRow row,
            ExistingRecord record,
            ImportedTimes times,
            ImportContext context,
            Map<String, Object> values) {
        TicketStatus was = TicketStatus.valueOf(String.valueOf(record.text("status")));
        TicketStatus becomes = times.status();
        boolean allowed = was.isOpen() || was == TicketStatus.SOLVED && becomes == TicketStatus.CLOSED;
        if (!row.has(ImportedTimes.STATUS)
                || context.mode(ImportedTimes.STATUS) != FieldMode.OVERWRITE
                || was == becomes
                || !allowed) {
            return Optional.empty();
        }
        values.put("status", becomes.name());
        values.put("status_since", context.now());
        if (was.isOpen() && !becomes.isOpen()) {
            values.put("solved_at", times.solved() == null ? context.now() : times.solved());
        }
        return Optional.of(new Move(record.id(), was, becomes));
    }

    private static void put(Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
