package org.triviumcrm.survey.plan;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of plans. */
@Configuration(proxyBeanMethods = false)
class SurveyPlanHistory {

    @Bean
    HistoryTable historyOfSurveyPlans() {
        return new HistoryTable(
                "survey_plan",
                "survey.plan.one",
                "name",
                SurveyPlanController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "survey.plan.name"),
                        new HistoryField("survey_id", "survey.survey.one", "survey"),
                        HistoryField.text("levels", "survey.plan.levels"),
                        new HistoryField("every_months", "survey.plan.everyMonths", HistoryField.NUMBER),
                        new HistoryField("weekly_share", "survey.plan.weeklyShare", HistoryField.NUMBER),
                        new HistoryField("active", "survey.plan.active", HistoryField.YES_NO)));
    }
}
