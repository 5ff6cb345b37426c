package org.triviumcrm.marketing.lead;

import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;
import static org.triviumcrm.shared.list.ColumnType.PHONE;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of leads shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class LeadList {

    static final String NOUN = "lead";
    static final String PATH = "/marketing/leads";

    @Bean
    ListDefinition leads() {
        return ListDefinition.of(NOUN, PATH)
                .messages("marketing.lead")
                .permissions("marketing.lead.view", "marketing.lead.export")
                .from("lead", "l")
                .join("left join campaign on campaign.id = l.campaign_id")
                .join("left join customer on customer.id = l.customer_id")
                .join("left join person owner on owner.id = l.owner_id")
                .join("left join team on team.id = l.team_id")
                .column(ListColumn.link("name", "l.name", "l.id", PATH + "/{id}")
                        .sortableNotNull("l.name")
                        .filterable()
                        .containing("l.search_pieces")
                        .shown())
                .column(ListColumn.text("company", "l.company")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.choice("state", "l.state", Choices.of(LeadState.class, "marketing.lead.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.of("score", INTEGER, "l.score")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.text("jobTitle", "l.job_title").sortable().filterable())
                .column(ListColumn.of("email", EMAIL, "l.email").filterable().shown())
                .column(ListColumn.of("phone", PHONE, "l.phone").filterable().shown())
                .column(word("source").shown())
                .column(ListColumn.link("campaign", "campaign.name", "l.campaign_id", "/marketing/campaigns/{id}")
                        .filterable("l.campaign_id", Choices.records("campaign", "name")))
                .column(word("industry"))
                .column(word("country"))
                .column(word("region"))
                .column(word("city"))
                .column(ListColumn.of("noEmail", YES_NO, "l.no_email").filterable())
                .column(ListColumn.of("noCall", YES_NO, "l.no_call").filterable())
                .column(ListColumn.text("reference", "l.reference").filterable())
                .column(ListColumn.text("reason", "case when l.state = 'DISQUALIFIED' then l.reason end"))
                .column(ListColumn.link("customer", "customer.name", "l.customer_id", "/customers/{id}")
                        .filterable("l.customer_id", Choices.records("customer", "name")))
                .column(ListColumn.named("owner", "owner.name", "l.owner_id")
                        .filterable("l.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "l.team_id")
                        .filterable("l.team_id", Choices.rows("team", "name")))
                .column(ListColumn.of("lastActivityAt", INSTANT, "l.last_activity_at")
                        .sortable()
                        .filterable())
                .column(ListColumn.of("decidedAt", INSTANT, "l.decided_at")
                        .sortable()
                        .filterable())
                .column(ListColumn.of("createdAt", INSTANT, "l.created_at")
                        .sortableNotNull("l.created_at")
                        .filterable()
                        .shown())
                .column(ListColumn.of("updatedAt", INSTANT, "l.updated_at")
                        .sortableNotNull("l.updated_at")
                        .filterable())
                .together("state", "createdAt")
                .carrying("createdAt", "updatedAt", "state", "owner", "team")
                .sortedBy("-createdAt")
                .build();
    }

    /** A text that many leads share: chosen from those that occur. */
    private static ListColumn word(String column) {
        return ListColumn.text(column, "l." + column)
                .sortable()
                .filterable("l." + column, Choices.distinct("lead", column));
    }
}
