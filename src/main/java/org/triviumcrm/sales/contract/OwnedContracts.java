package org.triviumcrm.sales.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.Viewer;

/** Contracts can be given to somebody else, many at once. */
@Component
class OwnedContracts implements OwnedRecords {

    private final ContractRecordRepository contracts;

    OwnedContracts(ContractRecordRepository contracts) {
        this.contracts = contracts;
    }

    @Override
    public String type() {
        return ContractList.NOUN;
    }

    @Override
    public String permission() {
        return "sales.contract.transfer";
    }

    /** What waits for an approval stays with whose it is. */
    @Override
    public Map<Long, BulkRefusal> refusals(Viewer viewer, List<Long> ids) {
        Map<Long, BulkRefusal> refused = new HashMap<>();
        contracts.locked(ids).forEach(id -> refused.put(id, BulkRefusal.of("approval.refusal.underApproval")));
        return refused;
    }

    /** What is over stays with whoever had it. */
    @Override
    public String leaving() {
        return "t.state in ('DRAFT', 'SUBMITTED', 'RELEASED', 'SIGNED')";
    }

    @Override
    public String waiting() {
        return "t.approval_case_id is not null";
    }
}
