package org.triviumcrm.support.backlog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.OwnerTeams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.ticket.ManyTicketsMoved;
import org.triviumcrm.support.ticket.TicketList;

/** Tickets with their first words, what became of them, when, and how they were rated. */
@Component
class TicketImport implements ImportTarget {

    static final String QUEUE = "queue";
    static final String REQUESTER = "requesterName";
    static final String EMAIL = "requesterEmail";
    static final String SATISFACTION = "satisfaction";

    private static final int BEST = 5;

    private static final ImportTable TICKET = new ImportTable(
            TicketList.NOUN,
            "ticket",
            "name",
            TicketList.PATH + "/{id}",
            true,
            List.of(
                    "ticket_message.ticket_id",
                    "ticket_event.ticket_id",
                    "ticket_solution.ticket_id",
                    "ticket_promise.ticket_id",
                    "ticket_sla.ticket_id"),
            "exists (select 1 from ticket_message m where m.ticket_id = r.id and m.at > r.updated_at)"
                    + " or exists (select 1 from activity a where a.about_type = 'ticket' and a.about_id = r.id)");

    private static final Map<String, String> COLUMNS = Map.of(
            "reference",
            "reference",
            "name",
            "name",
            "type",
            "type_id",
            QUEUE,
            "queue_id",
            "owner",
            "owner_id",
            "customer",
            "customer_id",
            REQUESTER,
            "requester_name",
            EMAIL,
            "requester_email",
            "product",
            "product_id");

    private static final Viewer JOB = Viewer.job("support.log.import");

    private final PlainImport plain;
    private final OwnerTeams teams;
    private final QueueService queues;
    private final ImportedTicketRepository tickets;
    private final ImportedConversation conversation;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;
    private final CustomFields custom;

    TicketImport(
            PlainImport plain,
            OwnerTeams teams,
            QueueService queues,
            ImportedTicketRepository tickets,
            ImportedConversation conversation,
            Viewers viewers,
            ApplicationEventPublisher events,
            CustomFields custom) {
        this.custom = custom;
        this.plain = plain;
        this.teams = teams;
        this.queues = queues;
        this.tickets = tickets;
        this.conversation = conversation;
        this.viewers = viewers;
        this.events = events;
    }

    @Override
    public String key() {
        return TicketList.NOUN;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return "support.ticket.create";
    }

    @Override
    public List<ImportField> fields() {
        return custom.importable(key(), TicketFields.ALL);
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(TICKET);
    }

    @Override
    public List<ImportOption> options() {
        List<ImportOption.Choice> choices = queues.choices(JOB, null).stream()
                .map(queue -> ImportOption.Choice.named(String.valueOf(queue.value()), queue.text()))
                .toList();
        String texts = "exchange.target.ticket.option.order.";
        return List.of(
                new ImportOption(
                        QUEUE, choices, choices.isEmpty() ? "" : choices.get(0).value()),
                new ImportOption(
                        ImportedTimes.ORDER,
                        Stream.of(ImportedTimes.REFUSE, ImportedTimes.MARK)
                                .map(way -> ImportOption.Choice.message(way, texts + way))
                                .toList(),
                        ImportedTimes.REFUSE));
    }

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        Map<ImportRow, ImportedTimes> times = new HashMap<>();
        for (ImportRow row : batch.standing()) {
            aim(row, context);
            requireRating(row);
            times.put(row, ImportedTimes.of(row, context));
        }
        Map<String, ImportedTicketRepository.Known> known = known(batch);
        Map<Long, Long> teamOf =
                teams.of(batch.standing().stream().map(row -> row.id("owner")).toList());
        List<Move> moves = new ArrayList<>();
        plain.write(batch, TICKET, TicketFields.ALL, COLUMNS, (row, record, values) -> {
            ImportedColumns.addWords(row, values);
            custom.take(key(), context, row, record, values);
            ImportedColumns.addTeam(row, record, teamOf, values);
            ImportedTimes when = Objects.requireNonNull(times.get(row));
            if (record == null) {
                ImportedColumns.begin(row, when, values);
                ImportedColumns.addContact(row, known, values);
            } else {
                ImportedColumns.move(row, record, when, context, values).ifPresent(moves::add);
            }
        });
        if (!context.dry()) {
            writeDown(context, times, moves);
        }
    }

    private void writeDown(ImportContext context, Map<ImportRow, ImportedTimes> times, List<Move> moves) {
        List<ImportedConversation.Begun> begun = new ArrayList<>();
        times.forEach((row, when) -> row.effects().stream()
                .filter(ImportEffect::created)
                .forEach(effect -> begun.add(new ImportedConversation.Begun(effect.recordId(), row, when))));
        conversation.write(context, begun, moves);
        tickets.waitNoMore(moves.stream()
                .filter(move -> !move.becomes().isOpen())
                .map(Move::ticket)
                .toList());
        if (!begun.isEmpty() || !moves.isEmpty()) {
            events.publishEvent(new ManyTicketsMoved());
        }
    }

    /** Rows that name no queue wait in the one that was chosen for the file. */
    private static void aim(ImportRow row, ImportContext context) {
        String chosen = context.option(QUEUE);
        if (!row.has(QUEUE) && chosen.matches("\\d{1,18}")) {
            row.values().put(QUEUE, Long.valueOf(chosen));
        }
    }

    private static void requireRating(ImportRow row) {
        BigDecimal rating = row.decimal(SATISFACTION);
        boolean whole = rating != null && rating.stripTrailingZeros().scale() <= 0;
        if (rating != null && (!whole || rating.signum() <= 0 || rating.intValue() > BEST)) {
            row.refuse("exchange.refusal.range", SATISFACTION, rating.toPlainString());
        }
    }

    private Map<String, ImportedTicketRepository.Known> known(ImportBatch batch) {
        List<String> addresses = batch.standing().stream()
                .map(row -> row.text(EMAIL))
                .filter(Objects::nonNull)
                .toList();
        return addresses.isEmpty()
                ? Map.of()
                : viewers.find(batch.context().personId())
                        .map(viewer -> tickets.requesters(viewer, addresses))
                        .orElse(Map.of());
    }
}
