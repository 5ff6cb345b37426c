package org.triviumcrm.sales.opportunity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.shared.web.Refusal;

/** Takes the same step with many opportunities: each as its entity allows, all locked by one statement. */
@Component
class OpportunityBatch {

    private final OpportunityRepository opportunities;
    private final OpportunityExits exits;

    OpportunityBatch(OpportunityRepository opportunities, OpportunityExits exits) {
        this.opportunities = opportunities;
        this.exits = exits;
    }

    /**
     * @param attempt what is about to be done with one; throws where its life or its stage does not allow it
     * @param step does it
     * @return those whose step was not taken, and why
     */
    Map<Long, BulkRefusal> each(
            Viewer viewer,
            List<Long> ids,
            Exit exit,
            Function<Opportunity, Attempt> attempt,
            BiConsumer<Opportunity, Passage> step) {
        return each(viewer.scope(OpportunityList.NOUN), ids, exit, attempt, step);
    }

    /** The same with those of a scope. */
    Map<Long, BulkRefusal> each(
            Scope scope,
            List<Long> ids,
            Exit exit,
            Function<Opportunity, Attempt> attempt,
            BiConsumer<Opportunity, Passage> step) {
        Map<Long, Opportunity> going = new LinkedHashMap<>();
        List<Attempt> attempts = new ArrayList<>();
        Map<Long, BulkRefusal> refused = new HashMap<>();
        ids.forEach(id -> refused.put(id, BulkRefusal.GONE));
        for (Opportunity opportunity : opportunities.findAllForChange(ids)) {
            long id = opportunity.getId();
            if (!opportunity.ownership().isIn(scope, id)) {
                continue;
            }
            if (!opportunity.ownership().isChangeableIn(scope, id)) {
                refused.put(id, BulkRefusal.of("sales.opportunity.error.viewOnly"));
                continue;
            }
            try {
                attempts.add(attempt.apply(opportunity));
                going.put(id, opportunity);
            } catch (IllegalMove e) {
                refused.put(id, BulkRefusal.of(e.key()));
            } catch (StageAsks e) {
                refused.put(id, e.refusal());
            }
        }
        OpportunityExits.Passages passages = exits.openAll(exit, attempts);
        passages.refused().forEach((id, refusal) -> refused.put(id, refusal(refusal)));
        passages.open().forEach((id, passage) -> {
            step.accept(Objects.requireNonNull(going.get(id)), passage);
            refused.remove(id);
        });
        return refused;
    }

    /** Writes what was done, for statements that come after it. */
    void flush() {
        opportunities.flush();
    }

    static BulkRefusal refusal(Refusal refusal) {
        return refusal instanceof ApprovalNeeded needed
                ? new BulkRefusal(
                        "sales.opportunity.refused.approval",
                        needed.requirement().flowName())
                : BulkRefusal.of(refusal.key());
    }
}
