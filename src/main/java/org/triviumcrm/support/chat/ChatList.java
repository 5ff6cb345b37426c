package org.triviumcrm.support.chat;

import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of talks shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class ChatList {

    static final String NOUN = "chat";
    static final String PATH = "/support/chats";

    @Bean
    ListDefinition chats() {
        return ListDefinition.of(NOUN, PATH)
                .messages("support.chat")
                .permissions("support.chat.view", "support.chat.export")
                .from("chat", "t")
                .join("join ticket_queue on ticket_queue.id = t.queue_id")
                .join("join chat_widget on chat_widget.id = t.widget_id")
                .join("left join customer on customer.id = t.customer_id")
                .join("left join person owner on owner.id = t.owner_id")
                .join("left join team on team.id = t.team_id")
                .column(ListColumn.link("name", "t.name", "t.id", PATH + "/{id}")
                        .shown())
                .column(ListColumn.choice("state", "t.state", Choices.of(ChatState.class, "support.chat.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.choice("reason", "t.end_reason", Choices.of(ChatEnd.class, "support.chat.reason"))
                        .filterable()
                        .shown())
                .column(ListColumn.of("visitorEmail", EMAIL, "t.visitor_email"))
                .column(ListColumn.link("customer", "customer.name", "t.customer_id", "/customers/{id}")
                        .filterable("t.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ListColumn.named("queue", "ticket_queue.name", "t.queue_id")
                        .filterable("t.queue_id", Choices.rows("ticket_queue", "name"))
                        .shown())
                .column(ListColumn.named("widget", "chat_widget.name", "t.widget_id")
                        .filterable("t.widget_id", Choices.rows("chat_widget", "name")))
                .column(ListColumn.named("owner", "owner.name", "t.owner_id")
                        .filterable("t.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "t.team_id")
                        .filterable("t.team_id", Choices.rows("team", "name")))
                .column(ListColumn.of("rating", INTEGER, "t.rating")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.choice("outcome", "t.outcome", Choices.of(ChatOutcome.class, "support.chat.outcome"))
                        .filterable())
                .column(ListColumn.of("answeredAt", INSTANT, "t.answered_at").filterable())
                .column(ListColumn.of("endedAt", INSTANT, "t.ended_at"))
                .column(ListColumn.of("createdAt", INSTANT, "t.created_at")
                        .sortableNotNull("t.created_at")
                        .filterable()
                        .shown())
                .carrying("createdAt", "state", "owner", "team", "queue")
                .sortedBy("-createdAt")
                .build();
    }
}
