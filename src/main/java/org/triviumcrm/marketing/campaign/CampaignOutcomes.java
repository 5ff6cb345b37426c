package org.triviumcrm.marketing.campaign;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignFacts;

/** What becomes of a campaign by what was typed. */
@Component
class CampaignOutcomes {

    private final CampaignPlans plans;
    private final CampaignBudgetService budgets;

    CampaignOutcomes(CampaignPlans plans, CampaignBudgetService budgets) {
        this.plans = plans;
        this.budgets = budgets;
    }

    /** @param input see {@link CampaignAttempts#input} */
    UnaryOperator<CampaignFacts> change(Viewer viewer, Object input) {
        if (input instanceof SaveCampaign edit) {
            return plans.revised(viewer, edit);
        }
        return input instanceof SaveBudget budget ? budgets.spending(viewer, budget) : UnaryOperator.identity();
    }
}
