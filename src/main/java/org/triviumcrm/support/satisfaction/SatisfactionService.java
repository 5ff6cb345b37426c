package org.triviumcrm.support.satisfaction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.survey.Surveys;

/** What is asked once a ticket is solved. */
@Service
public class SatisfactionService {

    private final SatisfactionRepository rules;
    private final Surveys surveys;

    SatisfactionService(SatisfactionRepository rules, Surveys surveys) {
        this.rules = rules;
        this.surveys = surveys;
    }

    @CanSetSatisfaction
    @Transactional(readOnly = true)
    public SaveSatisfaction rule(Viewer viewer) {
        return rules.read();
    }

    @CanSetSatisfaction
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer) {
        return surveys.choices(viewer, rules.read().surveyId());
    }

    /** @throws NotFound when there is no such survey to choose */
    @CanSetSatisfaction
    @Transactional
    public void change(Viewer viewer, SaveSatisfaction input) {
        Long survey = input.surveyId();
        Long present = rules.read().surveyId();
        if (survey != null && !survey.equals(present) && !surveys.isChoice(survey)) {
            throw new NotFound();
        }
        rules.write(input);
    }

    /** Whether there is such a survey to choose. */
    @CanSetSatisfaction
    @Transactional(readOnly = true)
    public boolean isChoice(Viewer viewer, @Nullable Long surveyId) {
        return surveyId == null || surveyId.equals(rules.read().surveyId()) || surveys.isChoice(surveyId);
    }
}
