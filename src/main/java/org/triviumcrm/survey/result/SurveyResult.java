package org.triviumcrm.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a survey comes to.
 *
 * @param answers how many have answered
 * @param mean of the satisfaction
 * @param sent personal links, and how many of them were answered
 * @param cut what of the customers the course is told apart by
 * @param trend by month and level or class, the oldest first
 * @param levels of customers that have answered, to choose from
 */
public record SurveyResult(
        long answers,
        Nps nps,
        Csat csat,
        @Nullable BigDecimal mean,
        long sent,
        long sentAnswered,
        List<QuestionResult> questions,
        ResultCut cut,
        List<Step> trend,
        List<String> levels) {

    private static final int DIGITS = 4;

    /** A month of one level or class of customers. @param level or class; empty where it is not known */
    public record Step(YearMonth month, String level, Nps nps, Csat csat) {}

    /** A month, or a level, of all together. */
    public record Sum<K>(K of, Nps nps, Csat csat) {}

    /** From 0 to 1; null when no personal link was sent. */
    public @Nullable BigDecimal responseRate() {
        return sent == 0
                ? null
                : BigDecimal.valueOf(sentAnswered).divide(BigDecimal.valueOf(sent), DIGITS, RoundingMode.HALF_UP);
    }

    public List<Sum<YearMonth>> months() {
        TreeMap<YearMonth, Sum<YearMonth>> months = new TreeMap<>();
        trend.forEach(step ->
                months.merge(step.month(), new Sum<>(step.month(), step.nps(), step.csat()), SurveyResult::plus));
        return List.copyOf(months.values());
    }

    public List<Sum<String>> byLevel() {
        TreeMap<String, Sum<String>> levels = new TreeMap<>();
        trend.forEach(step ->
                levels.merge(step.level(), new Sum<>(step.level(), step.nps(), step.csat()), SurveyResult::plus));
        return List.copyOf(levels.values());
    }

    private static <K> Sum<K> plus(Sum<K> one, Sum<K> other) {
        return new Sum<>(one.of(), one.nps().plus(other.nps()), one.csat().plus(other.csat()));
    }
}
