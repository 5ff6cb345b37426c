package org.triviumcrm.sales.opportunity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.OwnerChange;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.OpportunitiesTransferred;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.exit.OpportunityExits;

/** Opportunities can be given to somebody else, many at once. */
@Component
class OwnedOpportunities implements OwnedRecords {

    private final OwnershipRepository owners;
    private final ApprovalLockRepository locks;
    private final OpportunityExits exits;
    private final ApplicationEventPublisher events;

    OwnedOpportunities(
            OwnershipRepository owners,
            ApprovalLockRepository locks,
            OpportunityExits exits,
            ApplicationEventPublisher events) {
        this.owners = owners;
        this.locks = locks;
        this.exits = exits;
        this.events = events;
    }

    @Override
    public String type() {
        return OpportunityList.NOUN;
    }

    @Override
    public String permission() {
        return "sales.opportunity.transfer";
    }

    /** What waits for an approval stays with whose it is, and what is in a pool is claimed or assigned. */
    @Override
    public Map<Long, BulkRefusal> refusals(Viewer viewer, List<Long> ids) {
        Map<Long, BulkRefusal> refused = new HashMap<>();
        locks.locked(ids).forEach((id, caseId) -> refused.put(id, OpportunityBatch.refusal(new UnderApproval(caseId))));
        locks.pooled(ids)
                .forEach(id -> refused.putIfAbsent(id, BulkRefusal.of("sales.opportunity.error.state.POOLED")));
        return refused;
    }

    /** What is decided stays with whoever decided it, and so do the figures of the past. */
    @Override
    public String leaving() {
        return "t.state in ('OPEN', 'SUSPENDED')";
    }

    @Override
    public String waiting() {
        return "t.approval_case_id is not null";
    }

    @Override
    public List<HeldLine> held(Viewer viewer, long personId) {
        return owners.held(viewer, personId);
    }

    @Override
    public void giving(Viewer viewer, String cause) {
        owners.giver(viewer, cause);
    }

    @Override
    public void given(List<OwnerChange> changes) {
        exits.changed(changes.stream().map(OwnerChange::id).toList(), List.of(FactKeys.OWNER));
        events.publishEvent(new OpportunitiesTransferred(changes));
    }
}
