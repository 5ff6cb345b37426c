package org.triviumcrm.sales.opportunity;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.shared.web.NotFound;

/** Says of single opportunities how sure they are. */
@Service
class OpportunityForecastService {

    private final OpportunityService opportunities;
    private final OpportunityExits exits;

    OpportunityForecastService(OpportunityService opportunities, OpportunityExits exits) {
        this.opportunities = opportunities;
        this.exits = exits;
    }

    /**
     * @throws NotFound when the viewer does not see it
     * @throws IllegalMove when it is closed or archived, or the viewer may only look at it
     * @throws org.triviumcrm.approval.UnderApproval while a case about it runs
     */
    @CanEditOpportunities
    @Transactional
    public void foresee(Viewer viewer, long id, ForeseeOpportunity input) {
        Opportunity opportunity = opportunities.load(viewer, id);
        opportunity.getLife().after(LifeStep.EDIT);
        Passage passage = exits.open(Attempt.of(Exit.EDIT, id, opportunity.getApprovalCaseId(), input));
        opportunity.foresee(passage, input.category());
    }
}
