package org.triviumcrm.survey.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.survey.survey.SurveyList;

/**
 * Which answers.
 *
 * @param from the first day, null for all before
 * @param to the last day, null for all after
 * @param level of the customers at that time, null for all
 * @param valueClass of the customers at that time, null for all
 * @param by what the course is told apart by, null for the level
 */
public record ResultFilter(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable String level,
        @Nullable ValueClass valueClass,
        @Nullable ResultCut by) {

    static ResultFilter none() {
        return new ResultFilter(null, null, null, null, null);
    }

    /** The days the right way round, no empty level. */
    ResultFilter sound() {
        boolean turned = from != null && to != null && from.isAfter(to);
        String some = level == null || level.isBlank() ? null : level;
        return turned
                ? new ResultFilter(to, from, some, valueClass, by)
                : new ResultFilter(from, to, some, valueClass, by);
    }

    public ResultCut cut() {
        return by == null ? ResultCut.LEVEL : by;
    }

    /** A page about these answers. @param page such as {@code results} */
    public String href(long surveyId, String page) {
        return uri(surveyId, page).encode().build().toUriString();
    }

    /** The answers to a question. @param value null for all of them */
    String answers(long surveyId, long questionId, @Nullable Integer line, @Nullable Integer value) {
        UriComponentsBuilder uri = uri(surveyId, "answers").queryParam("question", questionId);
        if (value != null) {
            uri.queryParam("value", value);
        }
        if (line != null && line > 0) {
            uri.queryParam("line", line);
        }
        return uri.encode().build().toUriString();
    }

    private UriComponentsBuilder uri(long surveyId, String page) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(SurveyList.PATH + "/" + surveyId + "/" + page)
                // something always stands before what may follow
                .queryParam("of", surveyId);
        if (from != null) {
            uri.queryParam("from", from);
        }
        if (to != null) {
            uri.queryParam("to", to);
        }
        if (level != null) {
            uri.queryParam("level", level);
        }
        if (valueClass != null) {
            uri.queryParam("valueClass", valueClass);
        }
        if (by != null) {
            uri.queryParam("by", by);
        }
        return uri;
    }
}
