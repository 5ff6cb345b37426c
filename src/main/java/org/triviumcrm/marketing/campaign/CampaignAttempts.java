package org.triviumcrm.marketing.campaign;

import jakarta.validation.Validator;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignStep;
import org.triviumcrm.shared.web.NotFound;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Does what was typed into a form, from how it is kept with a case. */
@Component
class CampaignAttempts {

    private static final Map<CampaignStep, Class<?>> INPUTS = Map.of(
            CampaignStep.SUBMIT, Map.class,
            CampaignStep.REVISE, SaveCampaign.class,
            CampaignStep.BUDGET, SaveBudget.class,
            CampaignStep.CANCEL, CancelCampaign.class,
            CampaignStep.RESUME, ResumeCampaign.class);

    private final CampaignService campaigns;
    private final CampaignBudgetService budgets;
    private final CampaignLifeService life;
    private final JsonMapper json;
    private final Validator validator;

    CampaignAttempts(
            CampaignService campaigns,
            CampaignBudgetService budgets,
            CampaignLifeService life,
            JsonMapper json,
            Validator validator) {
        this.campaigns = campaigns;
        this.budgets = budgets;
        this.life = life;
        this.json = json;
        this.validator = validator;
    }

    /** @throws NotFound when there is no such action, or none that can wait for an approval */
    CampaignStep step(ApprovedAction action) {
        return INPUTS.keySet().stream()
                .filter(step -> step.name().equals(action.kind()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * What was typed.
     *
     * @throws NotFound when it can't be read, or no form would have let it pass
     */
    Object input(ApprovedAction action) {
        try {
            Object input = json.readValue(action.json(), INPUTS.get(step(action)));
            if (!validator.validate(input).isEmpty()) {
                throw new NotFound();
            }
            return input;
        } catch (JacksonException unreadable) {
            throw new NotFound();
        }
    }

    void perform(Viewer viewer, long id, ApprovedAction action) {
        perform(viewer, id, step(action), input(action));
    }

    /** The same about the record of now: it was locked while it waited, so another version is one of what was free. */
    void carryOut(Viewer viewer, long id, ApprovedAction action) {
        int version = campaigns.now(id).version();
        Object input = input(action);
        if (input instanceof SaveCampaign edit) {
            input = edit.at(version);
        } else if (input instanceof SaveBudget budget) {
            budget.setVersion(version);
        }
        perform(viewer, id, step(action), input);
    }

    private void perform(Viewer viewer, long id, CampaignStep step, Object input) {
        switch (step) {
            case SUBMIT -> life.submit(viewer, id);
            case REVISE -> campaigns.update(viewer, id, (SaveCampaign) input);
            case BUDGET -> budgets.spend(viewer, id, (SaveBudget) input);
            case CANCEL -> life.cancel(viewer, id, (CancelCampaign) input);
            case RESUME -> life.resume(viewer, id, (ResumeCampaign) input);
            default -> throw new NotFound();
        }
    }
}
