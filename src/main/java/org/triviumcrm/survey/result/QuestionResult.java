package org.triviumcrm.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionKind;
import org.triviumcrm.survey.survey.SurveyLanguage;

/**
 * What a question comes to.
 *
 * @param answered how many have answered it
 * @param lines one, or one for each row of a matrix; empty where answers are read instead of counted
 * @param href where the single answers are
 */
public record QuestionResult(
        long id, int number, QuestionKind kind, String words, long answered, List<Line> lines, String href) {

    private static final int DIGITS = 2;

    /**
     * @param text of the row, empty for a question without
     * @param mean of numbers, null for options and without an answer
     * @param nps where that is asked
     */
    public record Line(
            String text,
            List<Bar> bars,
            @Nullable BigDecimal mean,
            @Nullable Nps nps) {}

    /** @param share of those who have answered, from 0 to 1; of MULTIPLE they add up to more than 1 */
    public record Bar(
            int value, String text, long count, @Nullable BigDecimal share, String href) {}

    /** @param counts how often each value was chosen, by row and value */
    static QuestionResult of(
            Question question,
            SurveyLanguage language,
            long answered,
            Map<Integer, Map<Integer, Long>> counts,
            ResultFilter filter) {
        List<Line> lines = new ArrayList<>();
        List<String> rows = question.rows(language);
        if (question.getKind() == QuestionKind.MATRIX) {
            for (int row = 1; row <= rows.size(); row++) {
                lines.add(line(
                        question, language, rows.get(row - 1), row, counts.getOrDefault(row, Map.of()), filter, null));
            }
        } else if (question.getKind().isCounted()) {
            lines.add(line(question, language, "", 0, counts.getOrDefault(0, Map.of()), filter, answered));
        }
        return new QuestionResult(
                question.getId(),
                question.getPosition(),
                question.getKind(),
                question.words(language),
                answered,
                lines,
                filter.answers(question.getSurveyId(), question.getId(), null, null));
    }

    private static Line line(
            Question question,
            SurveyLanguage language,
            String text,
            int row,
            Map<Integer, Long> counts,
            ResultFilter filter,
            @Nullable Long answered) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long base = answered == null ? all : answered;
        List<Bar> bars = question.offered().stream()
                .map(value -> new Bar(
                        value,
                        question.says(value, language),
                        counts.getOrDefault(value, 0L),
                        base == 0
                                ? null
                                : BigDecimal.valueOf(counts.getOrDefault(value, 0L))
                                        .divide(BigDecimal.valueOf(base), DIGITS + 2, RoundingMode.HALF_UP),
                        filter.answers(question.getSurveyId(), question.getId(), row, value)))
                .toList();
        return new Line(
                text,
                bars,
                question.getKind().hasEnds() ? mean(counts, all) : null,
                question.getKind() == QuestionKind.NPS ? nps(counts, all) : null);
    }

    private static @Nullable BigDecimal mean(Map<Integer, Long> counts, long all) {
        long sum = counts.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue())
                .sum();
        return all == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP);
    }

    private static Nps nps(Map<Integer, Long> counts, long all) {
        return new Nps(all, sum(counts, Nps.PROMOTES_FROM, Integer.MAX_VALUE), sum(counts, 0, Nps.DETRACTS_TO));
    }

    private static long sum(Map<Integer, Long> counts, int from, int to) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
