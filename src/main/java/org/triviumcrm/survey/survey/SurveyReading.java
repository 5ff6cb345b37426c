package org.triviumcrm.survey.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NotFound;

/** Surveys for the other parts of this module, which ask for the permission themselves. */
@Component
public class SurveyReading {

    private final SurveyRepository surveys;

    SurveyReading(SurveyRepository surveys) {
        this.surveys = surveys;
    }

    public Survey get(long id) {
        return surveys.findById(id).orElseThrow(NotFound::new);
    }

    public Optional<Survey> find(long id) {
        return surveys.findById(id);
    }

    /** Those that are open, and the present one whatever has become of it. */
    public List<Survey> choices(@Nullable Long present) {
        List<Survey> choices = new ArrayList<>(surveys.findByStateOrderByNameAscIdAsc(SurveyState.OPEN));
        if (present != null && choices.stream().noneMatch(survey -> survey.getId() == present)) {
            surveys.findById(present).ifPresent(choices::add);
        }
        return choices;
    }

    public Optional<Survey> byToken(String token) {
        return surveys.findByToken(token);
    }

    /**
     * Held until the transaction ends: nobody opens it meanwhile.
     *
     * @throws WrongSurveyState when its questions can't be made any more
     */
    public Survey draft(long id) {
        Survey survey = surveys.findForChange(id).orElseThrow(NotFound::new);
        if (!survey.isDraft()) {
            throw new WrongSurveyState("survey.question.error.frozen");
        }
        return survey;
    }
}
