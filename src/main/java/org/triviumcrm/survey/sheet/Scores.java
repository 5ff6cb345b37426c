package org.triviumcrm.survey.sheet;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionKind;

/**
 * What an answered survey says of how content somebody is: by the first question of either kind that was answered.
 *
 * @param nps from 0 to 10
 * @param csat from 1 to 5
 */
record Scores(@Nullable Integer nps, @Nullable Integer csat) {

    static Scores of(Map<Question, Answer> answers) {
        return new Scores(
                first(answers, question -> question.getKind() == QuestionKind.NPS),
                first(answers, Question::isSatisfaction));
    }

    private static @Nullable Integer first(Map<Question, Answer> answers, Predicate<Question> kind) {
        return answers.entrySet().stream()
                .filter(entry -> kind.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().marks().stream())
                .map(Answer.Mark::value)
                .findFirst()
                .orElse(null);
    }
}
