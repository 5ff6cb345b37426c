package org.triviumcrm.sales.quote;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.PERCENT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.sales.release.QuoteState;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.ListMark;

/** What the list of quotes shows, sorts and filters by; each with its index. Margins are not in it: not everybody may see them. */
@Configuration(proxyBeanMethods = false)
class QuoteList {

    static final String NOUN = "quote";
    static final String PATH = "/sales/quotes";

    @Bean
    ListDefinition quotes() {
        return ListDefinition.of(NOUN, PATH)
                .messages("sales.quote")
                .permissions("sales.quote.view", "sales.quote.export")
                .from("quote", "q")
                .join("left join customer on customer.id = q.customer_id")
                .join("left join opportunity on opportunity.id = q.opportunity_id")
                .join("left join person owner on owner.id = q.owner_id")
                .join("left join team on team.id = q.team_id")
                .column(ListColumn.link(
                                "number",
                                "q.number || case q.revision when 1 then '' else '/' || q.revision end",
                                "q.id",
                                PATH + "/{id}")
                        .sortableNotNull("q.number")
                        .shown())
                .column(ListColumn.text("name", "q.name")
                        .sortableNotNull("q.name")
                        .filterable()
                        .containing("q.search_pieces")
                        .shown())
                .column(ListColumn.link("customer", "customer.name", "q.customer_id", "/customers/{id}")
                        .filterable("q.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ListColumn.choice("state", "q.state", Choices.of(QuoteState.class, "sales.quote.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.money("net", "q.net", "q.currency")
                        .sortableNotNull("q.base_net")
                        .filterable("q.base_net")
                        .shown())
                .column(ListColumn.money("total", "q.total", "q.currency"))
                .column(ListColumn.of("discountPercent", PERCENT, "q.discount_percent")
                        .sortableNotNull("q.discount_percent")
                        .filterable()
                        .shown())
                .column(ListColumn.of("quotedOn", DATE, "q.quoted_on")
                        .sortableNotNull("q.quoted_on")
                        .filterable()
                        .shown())
                .column(ListColumn.of("validUntil", DATE, "q.valid_until")
                        .sortableNotNull("q.valid_until")
                        .filterable()
                        .shown())
                .column(ListColumn.link(
                                "opportunity", "opportunity.name", "q.opportunity_id", "/sales/opportunities/{id}")
                        .filterable("q.opportunity_id", Choices.records("opportunity", "name")))
                .column(ListColumn.named("owner", "owner.name", "q.owner_id")
                        .filterable("q.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "q.team_id")
                        .filterable("q.team_id", Choices.rows("team", "name")))
                .column(ListColumn.of("releasedAt", INSTANT, "q.released_at").filterable())
                .column(ListColumn.of("createdAt", INSTANT, "q.created_at")
                        .sortableNotNull("q.created_at")
                        .filterable())
                .column(ListColumn.of("updatedAt", INSTANT, "q.updated_at")
                        .sortableNotNull("q.updated_at")
                        .filterable())
                .marked(new ListMark("q.approval_case_id", "lock", "sales.quote.locked.short", "/approvals/cases/{id}"))
                .total("net", "q.base_net")
                .carrying("owner", "team")
                .sortedBy("-createdAt")
                .build();
    }
}
