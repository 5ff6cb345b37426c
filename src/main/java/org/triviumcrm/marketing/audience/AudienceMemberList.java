package org.triviumcrm.marketing.audience;

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

/** Who is on target lists: whom the reader sees of them. */
@Configuration(proxyBeanMethods = false)
class AudienceMemberList {

    static final String NOUN = "audience-member";
    static final String PATH = "/marketing/audiences/members";

    @Bean
    ListDefinition audienceMembers() {
        ListDefinitionBuilder list = ListDefinition.of(NOUN, PATH)
                .messages("marketing.audience.member")
                .permissions("marketing.audience.view", "marketing.audience.export")
                .from("audience_member", "m")
                .seenBy(reader -> new PeopleScope(reader, AudienceList.NOUN))
                .join("left join audience on audience.id = m.audience_id");
        PeopleColumns.who(list, "m")
                .column(ListColumn.link("audience", "audience.name", "m.audience_id", AudienceList.PATH + "/{id}")
                        .filterable("m.audience_id", Choices.records("audience", "name"))
                        .shown())
                .column(ListColumn.choice(
                                "source", "m.source", Choices.of(AudienceSource.class, "marketing.participant.source"))
                        .titled("marketing.participant.source")
                        .filterable()
                        .shown())
                .column(ListColumn.of("optedOut", YES_NO, "m.opted_out")
                        .filterable()
                        .shown())
                .column(ListColumn.of("optedOutAt", INSTANT, "m.opted_out_at"));
        return PeopleColumns.reached(list)
                .column(ListColumn.of("createdAt", INSTANT, "m.created_at")
                        .titled("marketing.participant.createdAt")
                        .sortableNotNull("m.created_at")
                        .filterable()
                        .shown())
                .together("audience", "createdAt")
                .sortedBy("-createdAt")
                .build();
    }
}
