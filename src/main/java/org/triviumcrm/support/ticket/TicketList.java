package org.triviumcrm.support.ticket;

import static org.triviumcrm.shared.list.ColumnType.DECIMAL;
import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;
import static org.triviumcrm.shared.list.ColumnType.YEAR;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.KeptElsewhere;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of tickets shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
public class TicketList {

    public static final String NOUN = "ticket";
    public static final String PATH = "/support/tickets";

    /** When a promise about it was broken. */
    private static final KeptElsewhere BROKEN = new KeptElsewhere(
            "coalesce(p.broken_at, p.settled_at)",
            "select p.ticket_id from ticket_promise p where p.broken > 0 and (p.broken_at is not null or p.settled_at is not null) and %s",
            null,
            null);

    private static final String SOLUTIONS = "select s.ticket_id from ticket_solution s where %s";

    private static final Choices VALUE_CLASSES =
            Choices.keptIn("customer_value", "customer_id", "value_class", ValueClass.class, "customer.value.class");

    @Bean
    ListDefinition tickets() {
        return ListDefinition.of(NOUN, PATH)
                .messages("support.ticket")
                .permissions("support.ticket.view", "support.ticket.export")
                .from("ticket", "t")
                .join("left join ticket_queue on ticket_queue.id = t.queue_id")
                .join("left join ticket_type on ticket_type.id = t.type_id")
                .join("left join customer on customer.id = t.customer_id")
                .join("left join contact on contact.id = t.contact_id")
                .join("left join product on product.id = t.product_id")
                .join("left join person owner on owner.id = t.owner_id")
                .join("left join team on team.id = t.team_id")
                .column(ListColumn.of("number", YEAR, "t.number")
                        .sortableNotNull("t.number")
                        .filterable()
                        .shown())
                .column(ListColumn.link("name", "t.name", "t.id", PATH + "/{id}")
                        .sortableNotNull("t.name")
                        .filterable()
                        .containing("t.search_pieces")
                        .shown())
                .column(ListColumn.choice("status", "t.status", Choices.of(TicketStatus.class, "support.ticket.status"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.choice(
                                "priority", "t.priority", Choices.of(TicketPriority.class, "support.ticket.priority"))
                        .sortableNotNull("t.urgency")
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.link("customer", "customer.name", "t.customer_id", "/customers/{id}")
                        .filterable("t.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ListColumn.link("contact", "contact.name", "t.contact_id", "/contacts/{id}")
                        .filterable("t.contact_id", Choices.records("contact", "name")))
                .column(ListColumn.text("requesterName", "t.requester_name").filterable())
                .column(ListColumn.of("requesterEmail", EMAIL, "t.requester_email")
                        .filterable())
                .column(ListColumn.named("type", "ticket_type.name", "t.type_id")
                        .filterable("t.type_id", Choices.rows("ticket_type", "name"))
                        .shown())
                .column(ListColumn.named("queue", "ticket_queue.name", "t.queue_id")
                        .filterable("t.queue_id", Choices.rows("ticket_queue", "name"))
                        .shown())
                .column(ListColumn.named("owner", "owner.name", "t.owner_id")
                        .filterable("t.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "t.team_id")
                        .filterable("t.team_id", Choices.rows("team", "name")))
                .column(ListColumn.choice(
                                "channel", "t.channel", Choices.of(TicketChannel.class, "support.ticket.channel"))
                        .filterable())
                .column(ListColumn.named("product", "product.name", "t.product_id")
                        .filterable("t.product_id", Choices.rows("product", "name")))
                .column(ListColumn.text("reference", "t.reference").filterable())
                .column(ListColumn.of("dueAt", INSTANT, "t.due_at")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.choice(
                                "promise",
                                "t.promise",
                                Choices.of(
                                        List.of("BROKEN", "AT_RISK", "RUNNING", "PAUSED", "MET"),
                                        "support.sla.standing"))
                        .filterable()
                        .badge())
                .column(ListColumn.of("waitingSince", INSTANT, "t.waiting_since")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("firstReplyAt", INSTANT, "t.first_reply_at")
                        .sortable()
                        .filterable())
                .column(ListColumn.of("solvedAt", INSTANT, "t.solved_at")
                        .sortable()
                        .filterable())
                .column(ListColumn.text("customerLevel", "customer.level")
                        .filterable("t.customer_id", Choices.distinctOf("customer", "level")))
                .column(ListColumn.choice(
                                "valueClass",
                                "(select v.value_class from customer_value v where v.customer_id = t.customer_id)",
                                VALUE_CLASSES)
                        .titled("customer.value.class")
                        .filterable("t.customer_id", VALUE_CLASSES))
                .column(ListColumn.of("responseHours", DECIMAL, hours("t.first_reply_at")))
                .column(ListColumn.of("solutionHours", DECIMAL, hours("t.solved_at")))
                .column(ListColumn.of("reopenings", INTEGER, "t.reopenings")
                        .sortableNotNull("t.reopenings")
                        .filterable())
                .column(ListColumn.of(
                                "brokenOn",
                                INSTANT,
                                "(select min(coalesce(p.broken_at, p.settled_at)) from ticket_promise p where p.ticket_id = t.id and p.broken > 0)")
                        .filterable(BROKEN))
                .column(solved("solutionOn", ""))
                .column(solved("undoneOn", "s.reopened and "))
                .column(solved("ratedOn", "s.satisfaction is not null and "))
                .column(ListColumn.of("satisfaction", INTEGER, "t.satisfaction")
                        .sortable()
                        .filterable())
                .column(ListColumn.of("timesContradict", YES_NO, "t.times_contradict")
                        .filterable())
                .column(ListColumn.of("createdAt", INSTANT, "t.created_at")
                        .sortableNotNull("t.created_at")
                        .filterable()
                        .shown())
                .column(ListColumn.of("updatedAt", INSTANT, "t.updated_at")
                        .sortableNotNull("t.updated_at")
                        .filterable())
                .together("status", "createdAt")
                .carrying("createdAt", "updatedAt", "status", "owner", "team", "queue")
                .startingWith("status", "NEW", "OPEN", "PENDING", "ON_HOLD")
                .sortedBy("waitingSince")
                .build();
    }

    /** Asks for tickets that were solved in some days, whatever has become of them since. */
    private static ListColumn solved(String key, String how) {
        return ListColumn.of(key, INSTANT, "null")
                .filterable(new KeptElsewhere("s.solved_at", SOLUTIONS.formatted(how + "%s"), null, null));
    }

    /** From the opening, by the clock on the wall; nothing where the times are not known or can't be true. */
    private static String hours(String until) {
        return "case when t.opening_known and not t.times_contradict then round(extract(epoch from " + until
                + " - t.created_at) / 3600, 2) end";
    }
}
