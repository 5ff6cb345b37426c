package org.triviumcrm.marketing.plan;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of annual plans shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class PlanList {

    static final String NOUN = "plan";
    static final String PATH = "/marketing/plans";
    private static final String COMPANY_CURRENCY = "(select currency from company)";

    @Bean
    ListDefinition plans() {
        return ListDefinition.of(NOUN, PATH)
                .messages("marketing.plan")
                .permissions("marketing.plan.view", "marketing.campaign.export")
                .from("annual_plan", "y")
                .seenBy(reader -> reader.scope("campaign"))
                .join("left join person owner on owner.id = y.owner_id")
                .join("left join team on team.id = y.team_id")
                .column(ListColumn.link("name", "y.name", "y.id", PATH + "/{id}")
                        .sortableNotNull("y.name")
                        .filterable()
                        .containing("y.search_pieces")
                        .shown())
                .column(ListColumn.of("year", INTEGER, "y.year")
                        .sortableNotNull("y.year")
                        .filterable()
                        .shown())
                .column(ListColumn.money("budget", "y.budget", COMPANY_CURRENCY)
                        .sortableNotNull("y.budget")
                        .filterable()
                        .shown())
                .column(ListColumn.money("expectedRevenue", "y.expected_revenue", COMPANY_CURRENCY)
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("expectedParticipants", INTEGER, "y.expected_participants"))
                .column(ListColumn.of("expectedLeads", INTEGER, "y.expected_leads"))
                .column(ListColumn.of("expectedOpportunities", INTEGER, "y.expected_opportunities"))
                .column(ListColumn.named("owner", "owner.name", "y.owner_id")
                        .filterable("y.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "y.team_id")
                        .filterable("y.team_id", Choices.rows("team", "name")))
                .column(ListColumn.of("updatedAt", INSTANT, "y.updated_at")
                        .sortableNotNull("y.updated_at")
                        .filterable()
                        .shown())
                .total("budget", "y.budget")
                .carrying("owner", "team")
                .sortedBy("-year")
                .build();
    }
}
