package org.triviumcrm.survey.question;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question as typed; what its kind has no use for is left alone.
 *
 * @param kind stays as it is once the question is there
 * @param optionsEn a line each
 * @param rowsEn a line each, of a matrix
 * @param points of a scale
 * @param lowEn what its lowest point says
 * @param conditions as {@link Conditions} writes them; nothing for a question that is always asked
 * @param version null for a new one
 */
public record SaveQuestion(
        @NotNull(message = "{survey.question.error.kind}") QuestionKind kind,

        @Size(max = 500, message = "{form.tooLong}") @Nullable
        String wordsEn,

        @Size(max = 500, message = "{form.tooLong}") @Nullable
        String wordsZh,

        @Size(max = 500, message = "{form.tooLong}") @Nullable
        String hintEn,

        @Size(max = 500, message = "{form.tooLong}") @Nullable
        String hintZh,

        @Size(max = 4000, message = "{form.tooLong}") @Nullable
        String optionsEn,

        @Size(max = 4000, message = "{form.tooLong}") @Nullable
        String optionsZh,

        @Size(max = 4000, message = "{form.tooLong}") @Nullable
        String rowsEn,

        @Size(max = 4000, message = "{form.tooLong}") @Nullable
        String rowsZh,

        @Min(value = 2, message = "{survey.question.error.points}")
        @Max(value = 10, message = "{survey.question.error.points}")
        @Nullable
        Integer points,

        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String lowEn,

        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String lowZh,

        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String highEn,

        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String highZh,

        boolean required,
        @Nullable List<String> conditions,
        @Nullable Integer version) {

    private static final int MOST_LINES = 30;
    private static final int LONGEST_LINE = 200;
    private static final int USUAL_POINTS = 5;

    /** What does not fit together, as message keys by field. */
    Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>();
        if (wordsEn == null && wordsZh == null) {
            problems.put("wordsEn", "survey.question.error.words");
        }
        if (kind == QuestionKind.SCALE && points == null) {
            problems.put("points", "survey.question.error.points");
        }
        if (kind != null && kind.hasOptions()) {
            check("options", optionsEn, optionsZh, 2, problems);
        }
        if (kind == QuestionKind.MATRIX) {
            check("rows", rowsEn, rowsZh, 1, problems);
        }
        return problems;
    }

    private static void check(
            String field, @Nullable String english, @Nullable String chinese, int least, Map<String, String> problems) {
        List<String> first = lines(english);
        List<String> second = lines(chinese);
        String own = field + (first.isEmpty() && !second.isEmpty() ? "Zh" : "En");
        int count = Math.max(first.size(), second.size());
        boolean fits = count >= least
                && count <= MOST_LINES
                && first.stream().allMatch(line -> line.length() <= LONGEST_LINE)
                && second.stream().allMatch(line -> line.length() <= LONGEST_LINE);
        if (!fits) {
            problems.put(own, "survey.question.error." + field);
        } else if (!first.isEmpty() && !second.isEmpty() && first.size() != second.size()) {
            problems.put(field + "Zh", "survey.question.error.lines");
        }
    }

    static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    static SaveQuestion blank(QuestionKind kind) {
        Integer points = kind == QuestionKind.SCALE ? USUAL_POINTS : null;
        return new SaveQuestion(
                kind, null, null, null, null, null, null, null, null, points, null, null, null, null, true, null, null);
    }
}
