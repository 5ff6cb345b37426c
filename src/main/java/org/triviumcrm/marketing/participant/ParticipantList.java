package org.triviumcrm.marketing.participant;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.marketing.people.PeopleColumns;
import org.triviumcrm.marketing.people.PeopleScope;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.ListDefinitionBuilder;

/** Who takes part in campaigns: whom the reader sees of them. */
@Configuration(proxyBeanMethods = false)
class ParticipantList {

    static final String NOUN = "participant";
    static final String PATH = "/marketing/participants";

    /** Filter: a customer, as such or by people who work there. */
    static final String CUSTOMER = "customer";

    private static final String OF_A_CUSTOMER =
            "select of_it.id from campaign_participant of_it where of_it.customer_id in (%1$s)"
                    + " union all select of_it.id from contact k join campaign_participant of_it on of_it.contact_id = k.id"
                    + " where k.customer_id in (%1$s)";

    @Bean
    ListDefinition participants() {
        ListDefinitionBuilder list = ListDefinition.of(NOUN, PATH)
                .messages("marketing.participant")
                .permissions("marketing.campaign.view", "marketing.participant.export")
                .from("campaign_participant", "cp")
                .seenBy(reader -> new PeopleScope(reader, "campaign"))
                .join("left join campaign on campaign.id = cp.campaign_id");
        PeopleColumns.who(list, "cp")
                .column(ListColumn.choice(
                                "status",
                                "cp.status",
                                Choices.of(ParticipantStatus.class, "marketing.participant.status"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.choice(
                                "source",
                                "cp.source",
                                Choices.of(ParticipantSource.class, "marketing.participant.source"))
                        .filterable()
                        .shown())
                .column(ListColumn.link("campaign", "campaign.name", "cp.campaign_id", "/marketing/campaigns/{id}")
                        .filterable("cp.campaign_id", Choices.records("campaign", "name"))
                        .shown());
        return PeopleColumns.reached(list)
                .column(ListColumn.filterOnly(
                        CUSTOMER, "marketing.participant.customer", Choices.records("customer", "name", OF_A_CUSTOMER)))
                .column(ListColumn.of("invitedAt", INSTANT, "cp.invited_at"))
                .column(ListColumn.of("registeredAt", INSTANT, "cp.registered_at"))
                .column(ListColumn.of("noShowAt", INSTANT, "cp.no_show_at"))
                .column(ListColumn.of("attendedAt", INSTANT, "cp.attended_at"))
                .column(ListColumn.of("respondedAt", INSTANT, "cp.responded_at"))
                .column(ListColumn.of("cameAt", INSTANT, "cp.came_at")
                        .sortable("cp.came_at")
                        .filterable())
                .column(ListColumn.of("converted", YES_NO, "cp.converted").filterable())
                .column(ListColumn.of("createdAt", INSTANT, "cp.created_at")
                        .sortableNotNull("cp.created_at")
                        .filterable()
                        .shown())
                .together("campaign", "createdAt")
                .sortedBy("-createdAt")
                .build();
    }
}
