package org.triviumcrm.survey.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionKind;
import org.triviumcrm.survey.survey.SurveyLanguage;

/**
 * A question as its reader sees it.
 *
 * @param field the name of its field
 * @param choices what can be chosen, where that is something
 * @param typed what was sent, when that is a text
 * @param file what the file is called that was sent
 * @param error message key of what is wrong
 */
public record QuestionView(
        long id,
        String field,
        QuestionKind kind,
        String words,
        @Nullable String hint,
        boolean required,
        List<Choice> choices,
        List<Row> rows,
        @Nullable String low,
        @Nullable String high,
        String typed,
        @Nullable String file,
        @Nullable String error) {

    public record Choice(int value, String text, boolean chosen) {}

    public record Row(String field, String text, List<Choice> choices) {}

    static QuestionView of(
            Question question,
            SurveyLanguage language,
            MultiValueMap<String, String> sent,
            @Nullable String file,
            @Nullable String error) {
        String field = AnswerReader.field(question);
        List<Row> rows = new ArrayList<>();
        for (String text : question.rows(language)) {
            String name = AnswerReader.field(question, rows.size() + 1);
            rows.add(new Row(name, text, choices(question, language, sent.getOrDefault(name, List.of()))));
        }
        return new QuestionView(
                question.getId(),
                field,
                question.getKind(),
                question.words(language),
                question.hint(language),
                question.isRequired(),
                choices(question, language, sent.getOrDefault(field, List.of())),
                rows,
                question.low(language),
                question.high(language),
                Objects.requireNonNullElse(sent.getFirst(field), ""),
                file,
                error);
    }

    private static List<Choice> choices(Question question, SurveyLanguage language, List<String> sent) {
        return question.offered().stream()
                .map(value -> new Choice(value, question.says(value, language), sent.contains(Integer.toString(value))))
                .toList();
    }
}
