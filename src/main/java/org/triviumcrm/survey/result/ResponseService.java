package org.triviumcrm.survey.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionReading;
import org.triviumcrm.survey.survey.CanExportSurveys;
import org.triviumcrm.survey.survey.CanViewSurveys;
import org.triviumcrm.survey.survey.SurveyReading;

/** Single answers, as far as the viewer sees the customers whose they are. */
@Service
public class ResponseService {

    private final SurveyReading surveys;
    private final QuestionReading questions;
    private final ResponseRepository responses;
    private final Companies companies;

    ResponseService(
            SurveyReading surveys, QuestionReading questions, ResponseRepository responses, Companies companies) {
        this.surveys = surveys;
        this.questions = questions;
        this.responses = responses;
        this.companies = companies;
    }

    /**
     * The newest first.
     *
     * @param wanted what they have answered to which question, null for all of them
     * @param before the last one seen
     */
    @CanViewSurveys
    @Transactional(readOnly = true)
    List<ResponseRow> before(
            Viewer viewer, long surveyId, ResultFilter filter, @Nullable Wanted wanted, long before, int limit) {
        return responses.before(viewer, surveys.get(surveyId).getId(), filter, wanted, companies.zone(), before, limit);
    }

    @CanViewSurveys
    @Transactional(readOnly = true)
    List<Question> questions(Viewer viewer, long surveyId) {
        return questions.of(surveyId);
    }

    /** @throws NotFound when it is of a customer that the viewer does not see */
    @CanViewSurveys
    @Transactional(readOnly = true)
    ResponseRow find(Viewer viewer, long surveyId, long id) {
        return responses.find(viewer, surveyId, id).orElseThrow(NotFound::new);
    }

    @CanViewSurveys
    @Transactional(readOnly = true)
    List<Said> said(Viewer viewer, long surveyId, long id) {
        find(viewer, surveyId, id);
        return responses.said(List.of(id)).getOrDefault(id, List.of());
    }

    /** Some for a file, with all that they have said; the newest first, below an id. */
    @CanExportSurveys
    @Transactional(readOnly = true)
    Map<ResponseRow, List<Said>> export(Viewer viewer, long surveyId, ResultFilter filter, long before, int limit) {
        List<ResponseRow> rows = responses.before(viewer, surveyId, filter, null, companies.zone(), before, limit);
        Map<Long, List<Said>> said =
                responses.said(rows.stream().map(ResponseRow::id).toList());
        Map<ResponseRow, List<Said>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(row, said.getOrDefault(row.id(), List.of())));
        return found;
    }
}
