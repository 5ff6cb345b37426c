package org.triviumcrm.marketing.participant;

import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.PHONE;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** Who takes part in campaigns: whom the reader sees of them. */
@Configuration(proxyBeanMethods = false)
class ParticipantList {

    static final String NOUN = "participant";
    static final String PATH = "/marketing/participants";

    /** Address of the person's page, without the slash in front. */
    private static final String PERSON = Stream.of(PersonKind.values())
            .map(kind -> "'" + kind.path() + "/' || cp." + kind.column())
            .collect(Collectors.joining(", ", "coalesce(", ")"));

    @Bean
    ListDefinition participants() {
        return ListDefinition.of(NOUN, PATH)
                .messages("marketing.participant")
                .permissions("marketing.campaign.view", "marketing.participant.export")
                .from("campaign_participant", "cp")
                .seenBy(ParticipantScope::new)
                .join("left join campaign on campaign.id = cp.campaign_id")
                .join("left join customer on customer.id = cp.customer_id")
                .join("left join contact on contact.id = cp.contact_id")
                .join("left join customer employer on employer.id = contact.customer_id")
                .join("left join lead on lead.id = cp.lead_id")
                .column(ListColumn.link("name", "coalesce(customer.name, contact.name, lead.name)", PERSON, "/{id}")
                        .shown())
                .column(ListColumn.text("company", "coalesce(employer.name, lead.company)")
                        .shown())
                .column(ListColumn.choice("kind", "cp.kind", Choices.of(PersonKind.class, "marketing.participant.kind"))
                        .filterable())
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
                        .shown())
                .column(ListColumn.of("email", EMAIL, "coalesce(customer.email, contact.email, lead.email)"))
                .column(ListColumn.of(
                        "phone", PHONE, "coalesce(customer.phone, contact.mobile, contact.phone, lead.phone)"))
                .column(ListColumn.of("invitedAt", INSTANT, "cp.invited_at"))
                .column(ListColumn.of("registeredAt", INSTANT, "cp.registered_at"))
                .column(ListColumn.of("noShowAt", INSTANT, "cp.no_show_at"))
                .column(ListColumn.of("attendedAt", INSTANT, "cp.attended_at"))
                .column(ListColumn.of("respondedAt", INSTANT, "cp.responded_at"))
                .column(ListColumn.of("createdAt", INSTANT, "cp.created_at")
                        .sortableNotNull("cp.created_at")
                        .filterable()
                        .shown())
                .together("campaign", "createdAt")
                .sortedBy("-createdAt")
                .build();
    }
}
