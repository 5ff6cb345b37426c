package org.triviumcrm.sales.opportunity;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.shared.web.NotFound;

/** Takes back what has just been begun. */
@Service
public class OpportunityUndoService {

    private final OpportunityRepository opportunities;
    private final OpportunityExits exits;

    OpportunityUndoService(OpportunityRepository opportunities, OpportunityExits exits) {
        this.opportunities = opportunities;
        this.exits = exits;
    }

    /**
     * Takes back one that the viewer has made just now; whether anything was logged about it is for the caller to ask.
     *
     * @param version that it was made with
     * @return false, and nothing happens, when it has been changed since or the viewer does not see it
     */
    @CanCreateOpportunities
    @Transactional
    public boolean takeBack(Viewer viewer, long id, int version) {
        Opportunity opportunity = opportunities.findForChange(id).orElseThrow(NotFound::new);
        boolean untouched = opportunity.ownership().isChangeableIn(viewer.scope("opportunity"), id)
                && opportunity.getVersion() == version
                && opportunity.getApprovalCaseId() == null;
        if (untouched) {
            opportunity.getLife().after(LifeStep.DELETE);
            exits.open(Attempt.of(Exit.DELETE, id, null, Map.of()));
            opportunities.delete(opportunity);
            opportunities.flush();
        }
        return untouched;
    }
}
