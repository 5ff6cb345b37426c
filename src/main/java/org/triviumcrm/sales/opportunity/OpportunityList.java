package org.triviumcrm.sales.opportunity;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.PERCENT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.sales.pipeline.ForecastCategory;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.ListMark;

/** What the list of opportunities shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class OpportunityList {

    static final String NOUN = "opportunity";

    private static final String CO_OWNERS = """
            select m.opportunity_id from opportunity_member m
            where m.person_id in (%1$s) and m.ended_at is null and (m.until is null or m.until >= current_date)""";

    /** Whoever has a share in it; where nothing is split, all of it is the owner's. */
    private static final String SHARES = """
            select s.opportunity_id from opportunity_split s where s.person_id in (%1$s) and s.ended_at is null
            union all
            select w.id from opportunity w where w.owner_id in (%1$s)
              and not exists (select 1 from opportunity_split n where n.opportunity_id = w.id and n.ended_at is null)""";

    /** Touched by a campaign. */
    private static final String CAMPAIGNS =
            "select a.opportunity_id from opportunity_touch a where a.campaign_id in (%1$s)";

    /** Where the lead came from that it was made of. */
    private static final String SOURCE =
            "(select l.source from lead_qualification q join lead l on l.id = q.lead_id where q.opportunity_id = o.id limit 1)";

    private static final String OF_SOURCE =
            "select q.opportunity_id from lead l join lead_qualification q on q.lead_id = l.id"
                    + " where q.opportunity_id is not null and l.source collate trivium_words in (%1$s)";

    /** Announced to go into a pool, by whose it is. */
    private static final String POOLING = "select n.opportunity_id from pool_notice n where n.owner_id in (%1$s)";

    @Bean
    ListDefinition opportunities() {
        return ListDefinition.of(NOUN, "/sales/opportunities")
                .messages("sales.opportunity.column")
                .permissions("sales.opportunity.view", "sales.opportunity.export")
                .from("opportunity", "o")
                .join("left join customer on customer.id = o.customer_id")
                .join("left join product on product.id = o.product_id")
                .join("left join pipeline on pipeline.id = o.pipeline_id")
                .join("left join stage on stage.id = o.stage_id")
                .join("left join lost_reason on lost_reason.id = o.lost_reason_id")
                .join("left join stage lost_stage on lost_stage.id = o.lost_stage_id")
                .join("left join competitor on competitor.id = o.competitor_id")
                .join("left join person owner on owner.id = o.owner_id")
                .join("left join team on team.id = o.team_id")
                .join("left join territory on territory.id = o.territory_id")
                .column(ListColumn.link("name", "o.name", "o.id", "/sales/opportunities/{id}")
                        .sortableNotNull("o.name")
                        .filterable()
                        .containing("o.search_pieces")
                        .shown())
                .column(ListColumn.link("customer", "customer.name", "o.customer_id", "/customers/{id}")
                        .filterable("o.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ofCustomer("customerRegion", "region"))
                .column(ofCustomer("customerIndustry", "industry"))
                .column(ofCustomer("customerLevel", "level"))
                .column(named("product"))
                .column(named("pipeline"))
                .column(named("stage").shown())
                .column(ListColumn.choice("state", "o.state", Choices.of(OpportunityState.class, "sales.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.choice("finish", "o.finish", Choices.of(Finish.class, "sales.finish"))
                        .filterable())
                .column(ListColumn.money("amount", "o.amount", "o.currency")
                        .sortable("o.base_amount")
                        .filterable("o.base_amount")
                        .shown())
                .column(ListColumn.of("probability", PERCENT, "o.probability")
                        .sortableNotNull("o.probability")
                        .filterable())
                .column(ListColumn.of("expectedClose", DATE, "o.expected_close_date")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.choice(
                                "forecast",
                                "o.forecast_category",
                                Choices.of(ForecastCategory.class, "sales.forecast.category"))
                        .filterable())
                .column(ListColumn.of("closedOn", DATE, "o.closed_on")
                        .sortable()
                        .filterable())
                .column(ListColumn.of("openedOn", DATE, "o.opened_on")
                        .sortableNotNull("o.opened_on")
                        .filterable())
                .column(ListColumn.named("owner", "owner.name", "o.owner_id")
                        .filterable("o.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.people("coOwner", "sales.opportunity.column.coOwner", CO_OWNERS))
                .column(ListColumn.people("pooling", "sales.opportunity.column.pooling", POOLING))
                .column(ListColumn.filterOnly(
                        "campaign",
                        "sales.opportunity.column.campaign",
                        Choices.records("campaign", "name", CAMPAIGNS)))
                .column(ListColumn.text("leadSource", SOURCE)
                        .filterableThrough(Choices.distinct("lead", "source", OF_SOURCE)))
                .column(ListColumn.people("share", "sales.opportunity.column.share", SHARES))
                .column(ListColumn.named("team", "team.name", "o.team_id")
                        .filterable("o.team_id", Choices.rows("team", "name")))
                .column(ListColumn.named("territory", "territory.name", "o.territory_id")
                        .filterable("o.territory_id", Choices.tree("territory", "name")))
                .column(ListColumn.named("lostReason", "lost_reason.name", "o.lost_reason_id")
                        .filterable("o.lost_reason_id", Choices.rows("lost_reason", "name")))
                .column(ListColumn.named("lostStage", "lost_stage.name", "o.lost_stage_id")
                        .filterable("o.lost_stage_id", Choices.rows("stage", "name")))
                .column(ListColumn.named("competitor", "competitor.name", "o.competitor_id")
                        .filterable("o.competitor_id", Choices.rows("competitor", "name")))
                .column(ListColumn.of("suspendedUntil", DATE, "o.suspended_until")
                        .sortable()
                        .filterable())
                .column(ListColumn.text("nextStep", "o.next_step"))
                .column(ListColumn.text("reference", "o.reference").sortable().filterable())
                .column(ListColumn.of("lastActivity", INSTANT, "o.last_activity_at")
                        .sortable()
                        .filterable())
                .column(ListColumn.of("stageEntered", INSTANT, "o.stage_entered_at")
                        .sortableNotNull("o.stage_entered_at")
                        .filterable())
                .column(ListColumn.of("createdAt", INSTANT, "o.created_at")
                        .sortableNotNull("o.created_at")
                        .filterable())
                .marked(new ListMark(
                        "o.approval_case_id", "lock", "sales.opportunity.locked.short", "/approvals/cases/{id}"))
                .total("amount", "o.base_amount")
                .together("state", "createdAt", "stageEntered", "openedOn", "closedOn", "expectedClose", "probability")
                .together("stage", "createdAt", "stageEntered", "openedOn", "closedOn", "expectedClose", "probability")
                .together("finish", "createdAt", "closedOn")
                .carrying("createdAt", "stageEntered", "openedOn", "closedOn", "expectedClose")
                .carrying("probability", "amount", "lostReason", "finish", "owner", "team")
                .startingWith("finish", Finish.NONE.name(), Finish.CLOSED.name())
                .sortedBy("-createdAt")
                .build();
    }

    /** A text of its customer. */
    private static ListColumn ofCustomer(String key, String column) {
        return ListColumn.text(key, "customer." + column)
                .filterable("o.customer_id", Choices.distinctOf("customer", column));
    }

    private static ListColumn named(String table) {
        String id = "o." + table + "_id";
        return ListColumn.named(table, table + ".name", id).filterable(id, Choices.rows(table, "name"));
    }
}
