package org.triviumcrm.survey.result;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionKind;
import org.triviumcrm.survey.question.QuestionReading;
import org.triviumcrm.survey.survey.CanExportSurveys;
import org.triviumcrm.survey.survey.CanViewSurveys;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyReading;

/** What surveys come to. Sums are of all answers; single ones only of customers that the viewer sees. */
@Service
public class ResultService {

    private final SurveyReading surveys;
    private final QuestionReading questions;
    private final ResultRepository results;
    private final Companies companies;

    ResultService(SurveyReading surveys, QuestionReading questions, ResultRepository results, Companies companies) {
        this.surveys = surveys;
        this.questions = questions;
        this.results = results;
        this.companies = companies;
    }

    /** @throws NotFound when there is no such survey */
    @CanViewSurveys
    @Transactional(readOnly = true)
    public SurveyResult result(Viewer viewer, long surveyId, ResultFilter filter) {
        return reckon(viewer, surveyId, filter);
    }

    /** The same for a file. */
    @CanExportSurveys
    @Transactional(readOnly = true)
    public SurveyResult export(Viewer viewer, long surveyId, ResultFilter filter) {
        return reckon(viewer, surveyId, filter);
    }

    private SurveyResult reckon(Viewer viewer, long surveyId, ResultFilter filter) {
        Survey survey = surveys.get(surveyId);
        ZoneId zone = companies.zone();
        SurveyLanguage language =
                SurveyLanguage.of(viewer.locale().getLanguage()).orElse(survey.getFallback());
        Map<Long, Map<Integer, Map<Integer, Long>>> counts = new HashMap<>();
        results.counts(surveyId, filter, zone)
                .forEach(count -> counts.computeIfAbsent(count.questionId(), id -> new HashMap<>())
                        .computeIfAbsent(count.line(), line -> new HashMap<>())
                        .put(count.value(), count.count()));
        List<Question> all = questions.of(surveyId);
        Map<Long, Long> answered = answered(surveyId, all, counts, filter, zone);
        List<QuestionResult> asked = all.stream()
                .map(question -> QuestionResult.of(
                        question,
                        language,
                        answered.getOrDefault(question.getId(), 0L),
                        counts.getOrDefault(question.getId(), Map.of()),
                        filter))
                .toList();
        ResultRepository.Sums sums = results.sums(surveyId, filter, zone);
        ResultRepository.Invitations invitations = results.invitations(surveyId, filter, zone);
        return new SurveyResult(
                sums.answers(),
                new Nps(sums.nps(), sums.promoters(), sums.detractors()),
                new Csat(sums.csat(), sums.satisfied()),
                sums.mean(),
                invitations.sent(),
                invitations.answered(),
                asked,
                filter.cut(),
                results.months(surveyId, filter, zone).stream()
                        .map(month -> new SurveyResult.Step(
                                YearMonth.from(month.month()),
                                month.level(),
                                new Nps(month.nps(), month.promoters(), month.detractors()),
                                new Csat(month.csat(), month.satisfied())))
                        .toList(),
                results.levels(surveyId));
    }

    /** Where one answers once, as often as something was answered; where one may choose several, that has to be asked. */
    private Map<Long, Long> answered(
            long surveyId,
            List<Question> all,
            Map<Long, Map<Integer, Map<Integer, Long>>> counts,
            ResultFilter filter,
            ZoneId zone) {
        List<Long> several = all.stream()
                .filter(one -> one.getKind() == QuestionKind.MULTIPLE || one.getKind() == QuestionKind.MATRIX)
                .map(Question::getId)
                .toList();
        Map<Long, Long> answered = new HashMap<>();
        counts.forEach((id, lines) -> answered.put(
                id,
                lines.values().stream()
                        .flatMap(values -> values.values().stream())
                        .mapToLong(Long::longValue)
                        .sum()));
        if (!several.isEmpty()) {
            answered.putAll(results.answered(surveyId, several, filter, zone));
        }
        return answered;
    }
}
