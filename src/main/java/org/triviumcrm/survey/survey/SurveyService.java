package org.triviumcrm.survey.survey;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Surveys: written, opened, closed, copied. */
@Service
public class SurveyService {

    private static final int TOKEN_BYTES = 18;

    private final SurveyRepository surveys;
    private final List<OpeningRule> rules;
    private final List<SurveyParts> parts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SurveyService(SurveyRepository surveys, List<OpeningRule> rules, List<SurveyParts> parts, Clock clock) {
        this.surveys = surveys;
        this.rules = rules;
        this.parts = parts;
        this.clock = clock;
    }

    @CanViewSurveys
    @Transactional(readOnly = true)
    public Survey find(Viewer viewer, long id) {
        return surveys.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageSurveys
    @Transactional
    long create(Viewer viewer, SaveSurvey input) {
        return surveys.saveAndFlush(new Survey(input, token(), null, clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageSurveys
    @Transactional
    void update(Viewer viewer, long id, SaveSurvey input) {
        Survey survey = surveys.findForChange(id).orElseThrow(NotFound::new);
        EditConflict.refuseStale(Survey.class, id, input.version(), survey.getVersion());
        survey.change(input, clock.instant());
        surveys.flush();
    }

    /** @throws WrongSurveyState when that can't follow, or something is missing for it */
    @CanManageSurveys
    @Transactional
    void become(Viewer viewer, long id, SurveyState next) {
        Survey survey = surveys.findForChange(id).orElseThrow(NotFound::new);
        if (survey.getState() == next) {
            return;
        }
        if (next == SurveyState.OPEN) {
            rules.forEach(rule -> rule.check(survey));
        }
        survey.become(next, clock.instant());
    }

    /** A draft with the same questions, to ask them otherwise: what was answered stays with what was asked. */
    @CanManageSurveys
    @Transactional
    long copy(Viewer viewer, long id) {
        Survey survey = find(viewer, id);
        long copy = surveys.saveAndFlush(new Survey(survey.toInput(), token(), id, clock.instant()))
                .getId();
        parts.forEach(part -> part.copy(id, copy));
        return copy;
    }

    /**
     * A draft that nobody has answered, with its questions.
     *
     * @throws WrongSurveyState when it is none
     * @throws DataIntegrityViolationException when somebody was asked already, or a plan or a rule names it
     */
    @CanManageSurveys
    @Transactional
    void delete(Viewer viewer, long id) {
        Survey survey = surveys.findForChange(id).orElseThrow(NotFound::new);
        if (!survey.isDraft() || survey.getAnswers() > 0) {
            throw new WrongSurveyState("survey.survey.error.noDraft");
        }
        surveys.forget(id);
        parts.forEach(part -> part.remove(id));
        surveys.delete(survey);
        surveys.flush();
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
