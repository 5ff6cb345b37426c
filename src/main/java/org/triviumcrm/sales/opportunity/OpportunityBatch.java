package org.triviumcrm.sales.opportunity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Takes the same step with many opportunities: each as its entity allows, all locked by one statement. */
@Component
class OpportunityBatch {

    private final OpportunityRepository opportunities;

    OpportunityBatch(OpportunityRepository opportunities) {
        this.opportunities = opportunities;
    }

    /** @return those whose step was not taken, and why */
    Map<Long, BulkRefusal> each(Viewer viewer, List<Long> ids, Consumer<Opportunity> step) {
        Scope scope = viewer.scope(OpportunityList.NOUN);
        Map<Long, BulkRefusal> refused = new HashMap<>();
        ids.forEach(id -> refused.put(id, BulkRefusal.GONE));
        for (Opportunity opportunity : opportunities.findAllForChange(ids)) {
            long id = opportunity.getId();
            if (!scope.includes(id, opportunity.getOwnerId(), opportunity.getTeamId())) {
                continue;
            }
            if (!scope.mayChange(id, opportunity.getOwnerId(), opportunity.getTeamId())) {
                refused.put(id, BulkRefusal.of("sales.opportunity.error.viewOnly"));
                continue;
            }
            try {
                step.accept(opportunity);
                refused.remove(id);
            } catch (IllegalMove e) {
                refused.put(id, BulkRefusal.of(e.messageKey()));
            } catch (StageAsks e) {
                refused.put(id, e.refusal());
            }
        }
        return refused;
    }
}
