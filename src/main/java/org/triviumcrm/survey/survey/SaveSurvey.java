package org.triviumcrm.survey.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A survey as typed.
 *
 * @param fallback what those read whose language it is not in
 * @param openLink whether whoever knows its address may answer
 * @param closesOn the last day on which it can be answered
 * @param quota how many answers are wanted; null for as many as come
 * @param version null for a new one
 */
public record SaveSurvey(
        @NotBlank(message = "{survey.survey.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{survey.survey.error.purpose}") SurveyPurpose purpose,

        @NotNull(message = "{survey.survey.error.fallback}") SurveyLanguage fallback,

        @Size(max = 200, message = "{form.tooLong}") @Nullable
        String titleEn,

        @Size(max = 200, message = "{form.tooLong}") @Nullable
        String titleZh,

        @Size(max = 2000, message = "{form.tooLong}") @Nullable
        String introEn,

        @Size(max = 2000, message = "{form.tooLong}") @Nullable
        String introZh,

        @Size(max = 2000, message = "{form.tooLong}") @Nullable
        String thanksEn,

        @Size(max = 2000, message = "{form.tooLong}") @Nullable
        String thanksZh,

        boolean openLink,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,

        @Min(value = 1, message = "{survey.survey.error.quota}")
        @Max(value = 10_000_000, message = "{survey.survey.error.quota}")
        @Nullable
        Integer quota,

        @Nullable Integer version) {

    /** What does not fit together, as message keys by field. */
    Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>();
        if (titleEn == null && titleZh == null) {
            problems.put("titleEn", "survey.survey.error.title");
        } else if (fallback == SurveyLanguage.EN && titleEn == null
                || fallback == SurveyLanguage.ZH && titleZh == null) {
            problems.put("fallback", "survey.survey.error.fallback.title");
        }
        if (opensOn != null && closesOn != null && closesOn.isBefore(opensOn)) {
            problems.put("closesOn", "survey.survey.error.closesOn");
        }
        return problems;
    }

    @SuppressWarnings("NullAway") // a form to begin with
    static SaveSurvey blank(SurveyLanguage language) {
        return new SaveSurvey(
                null, SurveyPurpose.MARKET, language, null, null, null, null, null, null, true, null, null, null, null);
    }
}
