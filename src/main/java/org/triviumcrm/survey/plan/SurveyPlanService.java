package org.triviumcrm.survey.plan;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.survey.Surveys;
import org.triviumcrm.survey.survey.CanManageSurveys;

/** Plans by which customers are asked again and again. */
@Service
public class SurveyPlanService {

    private final SurveyPlanRepository plans;
    private final Surveys surveys;
    private final Clock clock;

    SurveyPlanService(SurveyPlanRepository plans, Surveys surveys, Clock clock) {
        this.plans = plans;
        this.surveys = surveys;
        this.clock = clock;
    }

    @CanManageSurveys
    @Transactional(readOnly = true)
    List<SurveyPlan> all(Viewer viewer) {
        return plans.findByOrderByNameAscIdAsc();
    }

    @CanManageSurveys
    @Transactional(readOnly = true)
    SurveyPlan find(Viewer viewer, long id) {
        return plans.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageSurveys
    @Transactional(readOnly = true)
    List<Option> surveys(Viewer viewer, @Nullable Long present) {
        return surveys.choices(viewer, present);
    }

    @CanManageSurveys
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return plans.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** Whether it can be chosen, or was already. */
    @CanManageSurveys
    @Transactional(readOnly = true)
    boolean isChoice(Viewer viewer, long surveyId, long planId) {
        return surveys.isChoice(surveyId)
                || plans.findById(planId)
                        .filter(plan -> plan.getSurveyId() == surveyId)
                        .isPresent();
    }

    /** @throws NotFound when there is no such survey to choose */
    @CanManageSurveys
    @Transactional
    long create(Viewer viewer, SavePlan input) {
        require(viewer, input, 0);
        return plans.saveAndFlush(new SurveyPlan(input, clock.instant())).getId();
    }

    /**
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws NotFound when there is no such survey to choose
     */
    @CanManageSurveys
    @Transactional
    void update(Viewer viewer, long id, SavePlan input) {
        SurveyPlan plan = find(viewer, id);
        EditConflict.refuseStale(SurveyPlan.class, id, input.version(), plan.getVersion());
        require(viewer, input, id);
        plan.change(input, clock.instant());
        plans.flush();
    }

    private void require(Viewer viewer, SavePlan input, long id) {
        if (!isChoice(viewer, input.surveyId(), id)) {
            throw new NotFound();
        }
    }
}
