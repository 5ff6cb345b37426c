package org.triviumcrm.customer.customer;

import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;
import static org.triviumcrm.shared.list.ColumnType.PHONE;
import static org.triviumcrm.shared.list.ColumnType.URL;
import static org.triviumcrm.shared.list.ColumnType.YEAR;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of customers shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class CustomerList {

    static final String NOUN = "customer";

    @Bean
    ListDefinition customers() {
        return ListDefinition.of(NOUN, "/customers")
                .messages("customer.customer")
                .permissions("customer.customer.view", "customer.customer.export")
                .from("customer", "c")
                .join("left join customer parent on parent.id = c.parent_id")
                .join("left join person owner on owner.id = c.owner_id")
                .join("left join team on team.id = c.team_id")
                .column(ListColumn.link("name", "c.name", "c.id", "/customers/{id}")
                        .sortableNotNull("c.name")
                        .filterable()
                        .containing("c.search_pieces")
                        .shown())
                .column(word("industry").shown())
                .column(word("level"))
                .column(word("country").shown())
                .column(word("region"))
                .column(word("city").shown())
                .column(ListColumn.of("employees", INTEGER, "c.employees")
                        .sortable()
                        .filterable())
                .column(ListColumn.money("annualRevenue", "c.annual_revenue", "c.currency")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("foundedYear", YEAR, "c.founded_year")
                        .sortable()
                        .filterable())
                .column(ListColumn.of("phone", PHONE, "c.phone").filterable())
                .column(ListColumn.of("email", EMAIL, "c.email").filterable())
                .column(ListColumn.of("website", URL, "c.website").filterable())
                .column(ListColumn.text("address", "c.address"))
                .column(ListColumn.of("noEmail", YES_NO, "c.no_email").filterable())
                .column(ListColumn.of("noCall", YES_NO, "c.no_call").filterable())
                .column(ListColumn.text("reference", "c.reference").sortable().filterable())
                .column(ListColumn.link("parent", "parent.name", "c.parent_id", "/customers/{id}")
                        .filterable("c.parent_id", Choices.records("customer", "name")))
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

    /** A text that many customers share: chosen from those that occur. */
    private static ListColumn word(String column) {
        return ListColumn.text(column, "c." + column)
                .sortable()
                .filterable("c." + column, Choices.distinct("customer", column));
    }
}
