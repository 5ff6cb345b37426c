package org.triviumcrm.survey.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.survey.survey.OpeningRule;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyParts;
import org.triviumcrm.survey.survey.SurveyPurpose;
import org.triviumcrm.survey.survey.WrongSurveyState;

/** A survey is opened with questions, those that its purpose is measured by among them; a copy asks the same. */
@Component
class QuestionRules implements OpeningRule, SurveyParts {

    private final SurveyQuestionRepository questions;

    QuestionRules(SurveyQuestionRepository questions) {
        this.questions = questions;
    }

    @Override
    public void check(Survey survey) {
        List<Question> asked = questions.findBySurveyIdOrderByPositionAscIdAsc(survey.getId());
        if (asked.isEmpty()) {
            throw new WrongSurveyState("survey.survey.error.empty");
        }
        if (survey.getPurpose() == SurveyPurpose.NPS
                && asked.stream().noneMatch(one -> one.getKind() == QuestionKind.NPS)) {
            throw new WrongSurveyState("survey.survey.error.nps");
        }
        if (survey.getPurpose() == SurveyPurpose.CSAT && asked.stream().noneMatch(Question::isSatisfaction)) {
            throw new WrongSurveyState("survey.survey.error.csat");
        }
    }

    @Override
    public void remove(long surveyId) {
        questions.deleteAll(questions.findBySurveyIdOrderByPositionAscIdAsc(surveyId));
    }

    @Override
    public void copy(long fromId, long toId) {
        Map<Long, Long> ids = new HashMap<>();
        for (Question question : questions.findBySurveyIdOrderByPositionAscIdAsc(fromId)) {
            ids.put(
                    question.getId(),
                    questions.saveAndFlush(question.copyTo(toId, ids)).getId());
        }
    }
}
