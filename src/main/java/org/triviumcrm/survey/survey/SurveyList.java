package org.triviumcrm.survey.survey;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.RowScope;

/** What the list of surveys shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
public class SurveyList {

    public static final String NOUN = "survey";
    public static final String PATH = "/surveys";

    @Bean
    ListDefinition surveys() {
        return ListDefinition.of(NOUN, PATH)
                .messages("survey.survey")
                .permissions("survey.survey.view", "survey.survey.export")
                .from("survey", "s")
                .seenBy(reader -> RowScope.EVERY_ROW)
                .column(ListColumn.link("name", "s.name", "s.id", PATH + "/{id}")
                        .sortableNotNull("s.name")
                        .filterable()
                        .containing("s.search_pieces")
                        .shown())
                .column(ListColumn.choice(
                                "purpose", "s.purpose", Choices.of(SurveyPurpose.class, "survey.survey.purpose"))
                        .filterable()
                        .shown())
                .column(ListColumn.choice("state", "s.state", Choices.of(SurveyState.class, "survey.survey.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.of("answers", INTEGER, "s.answers")
                        .sortableNotNull("s.answers")
                        .filterable()
                        .shown())
                .column(ListColumn.of("closesOn", DATE, "s.closes_on")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("createdAt", INSTANT, "s.created_at")
                        .sortableNotNull("s.created_at")
                        .filterable())
                .column(ListColumn.of("updatedAt", INSTANT, "s.updated_at")
                        .sortableNotNull("s.updated_at")
                        .filterable()
                        .shown())
                .sortedBy("-updatedAt")
                .build();
    }
}
