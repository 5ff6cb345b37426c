package org.triviumcrm.survey.sheet;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.survey.Barrier;
import org.triviumcrm.survey.survey.Survey;

/**
 * A survey whose link somebody has followed.
 *
 * @param invited whose link it is; null for the one that everybody has
 * @param barrier why it can't be answered, empty when it can
 */
record OpenedSurvey(
        Survey survey, List<Question> questions, @Nullable Invited invited, Optional<Barrier> barrier) {}
