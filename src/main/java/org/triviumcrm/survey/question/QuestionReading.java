package org.triviumcrm.survey.question;

import java.util.List;
import org.springframework.stereotype.Component;

/** Questions for the other parts of this module, which ask for the permission themselves. */
@Component
public class QuestionReading {

    private final SurveyQuestionRepository questions;

    QuestionReading(SurveyQuestionRepository questions) {
        this.questions = questions;
    }

    /** In the order in which they are asked. */
    public List<Question> of(long surveyId) {
        return questions.findBySurveyIdOrderByPositionAscIdAsc(surveyId);
    }
}
