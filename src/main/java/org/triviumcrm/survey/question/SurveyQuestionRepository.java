package org.triviumcrm.survey.question;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface SurveyQuestionRepository extends JpaRepository<Question, Long> {

    List<Question> findBySurveyIdOrderByPositionAscIdAsc(long surveyId);
}
