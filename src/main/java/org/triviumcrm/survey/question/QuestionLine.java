package org.triviumcrm.survey.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.triviumcrm.survey.survey.SurveyLanguage;

/**
 * A question on the page of its survey.
 *
 * @param when each earlier question that it depends on, with the answers that lead to it
 */
public record QuestionLine(
        long id, int number, QuestionKind kind, String words, List<String> options, boolean required, List<When> when) {

    /** @param number of the question, as its survey counts them */
    public record When(int number, List<String> answers) {}

    static List<QuestionLine> of(List<Question> questions, SurveyLanguage language) {
        List<QuestionLine> lines = new ArrayList<>();
        Map<Long, Question> before = new HashMap<>();
        for (Question question : questions) {
            List<When> when = new ArrayList<>();
            question.when().wanted().forEach((id, values) -> {
                Question on = before.get(id);
                if (on != null) {
                    when.add(new When(
                            on.getPosition(),
                            values.stream()
                                    .map(value -> on.says(value, language))
                                    .toList()));
                }
            });
            lines.add(new QuestionLine(
                    question.getId(),
                    question.getPosition(),
                    question.getKind(),
                    question.words(language),
                    question.options(language),
                    question.isRequired(),
                    when));
            before.put(question.getId(), question);
        }
        return lines;
    }
}
