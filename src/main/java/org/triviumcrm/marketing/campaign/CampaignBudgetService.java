package org.triviumcrm.marketing.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignExits;
import org.triviumcrm.marketing.exit.CampaignFacts;
import org.triviumcrm.marketing.exit.CampaignPassage;
import org.triviumcrm.marketing.exit.CampaignStep;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.history.EditConflict;

/** What the money of a campaign is meant for. */
@Service
public class CampaignBudgetService {

    private final CampaignService campaigns;
    private final CampaignPlans plans;
    private final CampaignPageRepository pages;
    private final CampaignExits exits;
    private final TermService terms;
    private final Clock clock;

    CampaignBudgetService(
            CampaignService campaigns,
            CampaignPlans plans,
            CampaignPageRepository pages,
            CampaignExits exits,
            TermService terms,
            Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.pages = pages;
        this.exits = exits;
        this.terms = terms;
        this.clock = clock;
    }

    /** Its lines in their order. */
    @CanViewCampaigns
    @Transactional(readOnly = true)
    public List<BudgetRow> lines(Viewer viewer, long id) {
        return pages.budget(campaigns.page(viewer, id).id());
    }

    /**
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws IllegalStep at the line that can't be as it is, or when the campaign's state does not allow it
     * @throws org.triviumcrm.approval.ApprovalNeeded when it is approved and the new budget has to be approved
     */
    @CanEditCampaigns
    @Transactional
    public void spend(Viewer viewer, long id, SaveBudget input) {
        Campaign campaign = campaigns.load(viewer, id);
        EditConflict.refuseStale(Campaign.class, id, input.getVersion(), campaign.getVersion());
        requireWhole(viewer, id, input);
        CampaignFacts now = campaigns.now(id);
        CampaignFacts then = plans.spending(viewer, input, now);
        CampaignPassage passage = exits.open(CampaignStep.BUDGET, now, input, before -> then);
        campaign.spend(passage, input.toLines(), then.baseBudget(), clock.instant());
    }

    /** Each line has an amount and a category that can be chosen, or has been chosen before. */
    private void requireWhole(Viewer viewer, long id, SaveBudget input) {
        Set<Long> before = pages.budget(id).stream().map(BudgetRow::categoryId).collect(Collectors.toSet());
        for (int at = 0; at < input.getLines().size(); at++) {
            SaveBudgetLine line = input.getLines().get(at);
            if (line.isBlank()) {
                continue;
            }
            Long category = line.getCategoryId();
            if (category == null
                    || !before.contains(category) && !terms.isChoice(viewer, TermKind.COST_CATEGORY, category)) {
                throw new IllegalStep("lines[" + at + "].categoryId", "marketing.budget.error.category");
            }
            if (line.getAmount() == null) {
                throw new IllegalStep("lines[" + at + "].amount", "marketing.budget.error.amount");
            }
        }
    }
}
