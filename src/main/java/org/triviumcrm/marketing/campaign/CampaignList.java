package org.triviumcrm.marketing.campaign;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;
import static org.triviumcrm.shared.list.ColumnType.PERCENT;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.ListMark;

/** What the list of campaigns shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class CampaignList {

    static final String NOUN = "campaign";
    static final String PATH = "/marketing/campaigns";
    private static final String METHODS = "(select * from marketing_term where kind = 'METHOD')";
    private static final String COMPANY_CURRENCY = "(select currency from company)";

    @Bean
    ListDefinition campaigns() {
        return ListDefinition.of(NOUN, PATH)
                .messages("marketing.campaign")
                .permissions("marketing.campaign.view", "marketing.campaign.export")
                .from("campaign", "c")
                .join("left join marketing_term method on method.id = c.method_id")
                .join("left join campaign parent on parent.id = c.parent_id")
                .join("left join annual_plan plan on plan.id = c.plan_id")
                .join("left join person owner on owner.id = c.owner_id")
                .join("left join team on team.id = c.team_id")
                .column(ListColumn.link("name", "c.name", "c.id", PATH + "/{id}")
                        .sortableNotNull("c.name")
                        .filterable()
                        .containing("c.search_pieces")
                        .shown())
                .column(ListColumn.choice("state", "c.state", Choices.of(CampaignState.class, "marketing.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.named("method", "method.name", "c.method_id")
                        .filterable("c.method_id", Choices.rows(METHODS, "name"))
                        .shown())
                .column(ListColumn.text("region", "c.region")
                        .sortable()
                        .filterable("c.region", Choices.distinct("campaign", "region"))
                        .shown())
                .column(ListColumn.of("startOn", DATE, "c.start_on")
                        .sortableNotNull("c.start_on")
                        .filterable()
                        .shown())
                .column(ListColumn.of("endOn", DATE, "c.end_on")
                        .sortableNotNull("c.end_on")
                        .filterable()
                        .shown())
                .column(ListColumn.money("budget", "c.budget", "c.currency")
                        .sortableNotNull("c.base_budget")
                        .filterable("c.base_budget")
                        .shown())
                .column(ListColumn.money("cost", "c.base_cost", COMPANY_CURRENCY)
                        .sortableNotNull("c.base_cost")
                        .filterable()
                        .shown())
                .column(ListColumn.money("costVariance", "c.cost_variance", COMPANY_CURRENCY)
                        .sortableNotNull("c.cost_variance")
                        .filterable())
                .column(ListColumn.of("costShare", PERCENT, "c.cost_share")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.choice(
                                "costLevel",
                                "c.cost_level",
                                Choices.of(List.of("NEAR", "OVER"), "marketing.cost.level"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.money("expectedRevenue", "c.expected_revenue", "c.currency")
                        .sortable("c.base_expected_revenue")
                        .filterable("c.base_expected_revenue"))
                .column(ListColumn.of("expectedParticipants", INTEGER, "c.expected_participants"))
                .column(ListColumn.of("expectedOpportunities", INTEGER, "c.expected_opportunities"))
                .column(ListColumn.link("parent", "parent.name", "c.parent_id", PATH + "/{id}")
                        .filterable("c.parent_id", Choices.records("campaign", "name")))
                .column(ListColumn.named("plan", "plan.name", "c.plan_id")
                        .filterable("c.plan_id", Choices.rows("annual_plan", "name")))
                .column(ListColumn.named("owner", "owner.name", "c.owner_id")
                        .filterable("c.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "c.team_id")
                        .filterable("c.team_id", Choices.rows("team", "name")))
                .column(ListColumn.text("reference", "c.reference").sortable().filterable())
                .column(ListColumn.of("createdAt", INSTANT, "c.created_at")
                        .sortableNotNull("c.created_at")
                        .filterable())
                .column(ListColumn.of("updatedAt", INSTANT, "c.updated_at")
                        .sortableNotNull("c.updated_at")
                        .filterable())
                .marked(new ListMark(
                        "c.approval_case_id", "lock", "marketing.campaign.locked.short", "/approvals/cases/{id}"))
                .total("budget", "c.base_budget")
                .total("cost", "c.base_cost")
                .total("costVariance", "c.cost_variance")
                .carrying("createdAt", "updatedAt", "owner", "team")
                .sortedBy("-startOn")
                .build();
    }
}
