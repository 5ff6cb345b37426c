package org.triviumcrm.marketing.audience;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of target lists shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class AudienceList {

    static final String NOUN = "audience";
    static final String PATH = "/marketing/audiences";

    @Bean
    ListDefinition audiences() {
        return ListDefinition.of(NOUN, PATH)
                .messages("marketing.audience")
                .permissions("marketing.audience.view", "marketing.audience.export")
                .from("audience", "a")
                .join("left join person owner on owner.id = a.owner_id")
                .join("left join team on team.id = a.team_id")
                .column(ListColumn.link("name", "a.name", "a.id", PATH + "/{id}")
                        .sortableNotNull("a.name")
                        .filterable()
                        .containing("a.search_pieces")
                        .shown())
                .column(ListColumn.of("people", INTEGER, people("not n.opted_out"))
                        .shown())
                .column(ListColumn.of("optedOut", INTEGER, people("n.opted_out"))
                        .shown())
                .column(ListColumn.of(
                                "campaigns",
                                INTEGER,
                                "(select count(*) from audience_use u where u.audience_id = a.id)")
                        .shown())
                .column(ListColumn.text("note", "a.note"))
                .column(ListColumn.named("owner", "owner.name", "a.owner_id")
                        .filterable("a.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "a.team_id")
                        .filterable("a.team_id", Choices.rows("team", "name")))
                .column(ListColumn.of("createdAt", INSTANT, "a.created_at")
                        .sortableNotNull("a.created_at")
                        .filterable()
                        .shown())
                .column(ListColumn.of("updatedAt", INSTANT, "a.updated_at")
                        .sortableNotNull("a.updated_at")
                        .filterable())
                .carrying("createdAt", "updatedAt", "owner", "team")
                .sortedBy("-createdAt")
                .build();
    }

    private static String people(String which) {
        return "(select coalesce(sum(n.people), 0) from audience_count n where n.audience_id = a.id and " + which + ")";
    }
}
