package org.triviumcrm.survey.survey;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of surveys. */
@Configuration(proxyBeanMethods = false)
class SurveyHistory {

    private static final String PURPOSE = "survey-purpose";
    private static final String STATE = "survey-state";
    private static final String LANGUAGE = "survey-language";

    @Bean
    HistoryTable historyOfSurveys() {
        return new HistoryTable(
                "survey",
                "survey.survey.one",
                "name",
                SurveyList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "survey.survey.name"),
                        new HistoryField("purpose", "survey.survey.purpose", PURPOSE),
                        new HistoryField("state", "survey.survey.state", STATE),
                        new HistoryField("fallback", "survey.survey.fallback", LANGUAGE),
                        HistoryField.text("title_en", "survey.survey.titleEn"),
                        HistoryField.text("title_zh", "survey.survey.titleZh"),
                        HistoryField.text("intro_en", "survey.survey.introEn"),
                        HistoryField.text("intro_zh", "survey.survey.introZh"),
                        HistoryField.text("thanks_en", "survey.survey.thanksEn"),
                        HistoryField.text("thanks_zh", "survey.survey.thanksZh"),
                        new HistoryField("open_link", "survey.survey.openLink", HistoryField.YES_NO),
                        new HistoryField("opens_on", "survey.survey.opensOn", HistoryField.DATE),
                        new HistoryField("closes_on", "survey.survey.closesOn", HistoryField.DATE),
                        new HistoryField("quota", "survey.survey.quota", HistoryField.NUMBER)));
    }

    @Bean
    HistoryNames namesOfSurveyPurposes(MessageSource messages) {
        return new ConstantNames(messages, PURPOSE, "survey.survey.purpose.");
    }

    @Bean
    HistoryNames namesOfSurveyStates(MessageSource messages) {
        return new ConstantNames(messages, STATE, "survey.survey.state.");
    }

    @Bean
    HistoryNames namesOfSurveyLanguages(MessageSource messages) {
        return new ConstantNames(messages, LANGUAGE, "survey.survey.language.");
    }

    @Bean
    HistoryNames namesOfSurveys(JdbcClient database) {
        return new RecordNames(database, "survey");
    }
}
