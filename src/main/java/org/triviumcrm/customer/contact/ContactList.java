package org.triviumcrm.customer.contact;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.PHONE;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of contacts shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class ContactList {

    static final String NOUN = "contact";

    @Bean
    ListDefinition contacts() {
        return ListDefinition.of(NOUN, "/contacts")
                .messages("customer.contact")
                .permissions("customer.contact.view", "customer.contact.export")
                .from("contact", "c")
                .join("left join customer on customer.id = c.customer_id")
                .join("left join person owner on owner.id = c.owner_id")
                .join("left join team on team.id = c.team_id")
                .column(ListColumn.link("name", "c.name", "c.id", "/contacts/{id}")
                        .sortableNotNull("c.name")
                        .filterable()
                        .containing("c.search_pieces")
                        .shown())
                .column(ListColumn.link("customer", "customer.name", "c.customer_id", "/customers/{id}")
                        .filterable("c.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ListColumn.text("jobTitle", "c.job_title")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("email", EMAIL, "c.email")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("phone", PHONE, "c.phone").filterable())
                .column(ListColumn.of("mobile", PHONE, "c.mobile").filterable().shown())
                .column(ListColumn.of("birthday", DATE, "c.birthday").sortable().filterable())
                .column(ListColumn.of("noEmail", YES_NO, "c.no_email").filterable())
                .column(ListColumn.of("noCall", YES_NO, "c.no_call").filterable())
                .column(ListColumn.text("reference", "c.reference").filterable())
                .column(ListColumn.named("owner", "owner.name", "c.owner_id")
                        .filterable("c.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "c.team_id")
                        .filterable("c.team_id", Choices.rows("team", "name")))
                .column(ListColumn.of("lastActivityAt", INSTANT, "c.last_activity_at")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("createdAt", INSTANT, "c.created_at")
                        .sortableNotNull("c.created_at")
                        .filterable())
                .column(ListColumn.of("updatedAt", INSTANT, "c.updated_at")
                        .sortableNotNull("c.updated_at")
                        .filterable())
                .carrying("createdAt", "updatedAt", "owner", "team")
                .sortedBy("name")
                .build();
    }
}
