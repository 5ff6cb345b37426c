package org.triviumcrm.survey.result;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionKind;
import org.triviumcrm.survey.survey.SurveyLanguage;

/**
 * A question, and what one has answered to it.
 *
 * @param said a line for each thing that was said; empty when it was not answered
 * @param fileId a file that was sent
 */
public record SaidLine(
        int number,
        String words,
        List<String> said,
        @Nullable Long fileId) {

    static List<SaidLine> of(List<Question> questions, List<Said> said, SurveyLanguage language) {
        List<SaidLine> lines = new ArrayList<>();
        for (Question question : questions) {
            List<Said> own = said.stream()
                    .filter(one -> one.questionId() == question.getId())
                    .toList();
            lines.add(new SaidLine(
                    question.getPosition(),
                    question.words(language),
                    own.stream().map(one -> text(question, one, language)).toList(),
                    own.stream()
                            .map(Said::fileId)
                            .filter(id -> id != null)
                            .findFirst()
                            .orElse(null)));
        }
        return lines;
    }

    /** As people read it. */
    static String text(Question question, Said said, SurveyLanguage language) {
        if (!question.getKind().isCounted()) {
            return said.text() == null ? "" : said.text();
        }
        List<String> rows = question.rows(language);
        boolean row = question.getKind() == QuestionKind.MATRIX && said.line() >= 1 && said.line() <= rows.size();
        String value = question.says(said.value(), language);
        return row ? rows.get(said.line() - 1) + ": " + value : value;
    }
}
