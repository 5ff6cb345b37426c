package org.triviumcrm.sales.opportunity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.sales.opportunity.FormerPlaceRepository.Former;
import org.triviumcrm.sales.territory.TerritoryReadService;
import org.triviumcrm.sales.territory.TerritoryRules;
import org.triviumcrm.shared.web.NotFound;

/** Puts opportunities into territories by hand. */
@Service
class OpportunityTerritoryService {

    private static final BulkRefusal MOVED_ON = BulkRefusal.of("sales.territory.movedOn");

    private final OpportunityService opportunities;
    private final TerritoryReadService territories;
    private final TerritoryRules rules;
    private final OpportunityExits exits;
    private final OpportunityBatch batch;
    private final FormerPlaceRepository former;

    OpportunityTerritoryService(
            OpportunityService opportunities,
            TerritoryReadService territories,
            TerritoryRules rules,
            OpportunityExits exits,
            OpportunityBatch batch,
            FormerPlaceRepository former) {
        this.opportunities = opportunities;
        this.territories = territories;
        this.rules = rules;
        this.exits = exits;
        this.batch = batch;
        this.former = former;
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

    /** The same for those of a run, which remembers where they were; with a fixed number of statements. */
    @CanEditOpportunities
    @Transactional
    public Map<Long, BulkRefusal> placeMany(Viewer viewer, long runId, List<Long> ids, PlaceOpportunity input) {
        List<Former> before = new ArrayList<>();
        Map<Long, BulkRefusal> refused = each(viewer, ids, (opportunity, passage) -> {
            Ownership now = opportunity.ownership();
            before.add(new Former(opportunity.getId(), now.territoryId(), now.isTerritoryFixed()));
            Long chosen = input.territoryId();
            opportunity.place(passage, chosen == null ? now.territoryId() : chosen, chosen != null);
        });
        former.remember(runId, before);
        if (input.territoryId() == null) {
            batch.flush();
            rules.place(before.stream().map(Former::id).toList());
        }
        return refused;
    }

    /** Back to where they were before a run; those that went somewhere else since stay there. */
    @CanEditOpportunities
    @Transactional
    public Map<Long, BulkRefusal> takeBack(Viewer viewer, long runId, List<Long> ids, PlaceOpportunity input) {
        Map<Long, Former> unmoved = former.unmoved(runId, ids, input.territoryId());
        List<Long> left = ids.stream().filter(unmoved::containsKey).toList();
        Map<Long, BulkRefusal> refused = new HashMap<>(each(viewer, left, (opportunity, passage) -> {
            Former was = Objects.requireNonNull(unmoved.get(opportunity.getId()));
            opportunity.place(passage, was.territoryId(), was.fixed());
        }));
        ids.stream().filter(id -> !unmoved.containsKey(id)).forEach(id -> refused.put(id, MOVED_ON));
        return refused;
    }

    private Map<Long, BulkRefusal> each(Viewer viewer, List<Long> ids, BiConsumer<Opportunity, Passage> step) {
        return batch.each(
                viewer,
                ids,
                Exit.TERRITORY,
                opportunity -> {
                    opportunity.getLife().after(LifeStep.EDIT);
                    return Attempt.of(Exit.TERRITORY, opportunity.getId(), opportunity.getApprovalCaseId(), Map.of());
                },
                step);
    }
}
