package org.triviumcrm.survey.question;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of questions. */
@Configuration(proxyBeanMethods = false)
class QuestionHistory {

    private static final String KIND = "survey-question-kind";

    @Bean
    HistoryTable historyOfSurveyQuestions() {
        return new HistoryTable(
                "survey_question",
                "survey.question.one",
                "words_en",
                "",
                List.of(
                        new HistoryField("survey_id", "survey.survey.one", "survey"),
                        new HistoryField("position", "survey.question.position", HistoryField.NUMBER),
                        new HistoryField("kind", "survey.question.kind", KIND),
                        HistoryField.text("words_en", "survey.question.wordsEn"),
                        HistoryField.text("words_zh", "survey.question.wordsZh"),
                        HistoryField.text("hint_en", "survey.question.hintEn"),
                        HistoryField.text("hint_zh", "survey.question.hintZh"),
                        HistoryField.text("options_en", "survey.question.optionsEn"),
                        HistoryField.text("options_zh", "survey.question.optionsZh"),
                        HistoryField.text("rows_en", "survey.question.rowsEn"),
                        HistoryField.text("rows_zh", "survey.question.rowsZh"),
                        HistoryField.text("low_en", "survey.question.lowEn"),
                        HistoryField.text("low_zh", "survey.question.lowZh"),
                        HistoryField.text("high_en", "survey.question.highEn"),
                        HistoryField.text("high_zh", "survey.question.highZh"),
                        new HistoryField("points", "survey.question.points", HistoryField.NUMBER),
                        HistoryField.text("conditions", "survey.question.conditions"),
                        new HistoryField("required", "survey.question.required", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfSurveyQuestionKinds(MessageSource messages) {
        return new ConstantNames(messages, KIND, "survey.question.kind.");
    }
}
