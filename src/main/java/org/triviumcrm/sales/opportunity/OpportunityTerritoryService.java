package org.triviumcrm.sales.opportunity;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.sales.territory.TerritoryReadService;
import org.triviumcrm.sales.territory.TerritoryRules;
import org.triviumcrm.shared.web.NotFound;

/** Puts opportunities into territories by hand. */
@Service
class OpportunityTerritoryService {

    private final OpportunityService opportunities;
    private final TerritoryReadService territories;
    private final TerritoryRules rules;
    private final OpportunityExits exits;

    OpportunityTerritoryService(
            OpportunityService opportunities,
            TerritoryReadService territories,
            TerritoryRules rules,
            OpportunityExits exits) {
        this.opportunities = opportunities;
        this.territories = territories;
        this.rules = rules;
        this.exits = exits;
    }

    /**
     * Into the territory chosen, where it then stays whatever the rules say; or back to where they put it.
     *
     * @throws NotFound when there is no such territory
     * @throws IllegalMove when it is closed or archived
     */
    @CanEditOpportunities
    @Transactional
    public void place(Viewer viewer, long id, PlaceOpportunity input) {
        Opportunity opportunity = opportunities.load(viewer, id);
        opportunity.getLife().after(LifeStep.EDIT);
        Long chosen = input.territoryId();
        if (chosen != null && territories.choices(viewer).stream().noneMatch(one -> one.id() == chosen)) {
            throw new NotFound();
        }
        Passage passage = exits.open(Attempt.of(Exit.TERRITORY, id, opportunity.getApprovalCaseId(), input));
        Long belongs = chosen != null
                ? chosen
                : rules.placeOfCustomer(opportunity.particulars().customerId()).orElse(null);
        opportunity.place(passage, belongs, chosen != null);
    }
}
