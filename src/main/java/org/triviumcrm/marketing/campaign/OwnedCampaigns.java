package org.triviumcrm.marketing.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.Viewer;

/** Campaigns can be given to somebody else, many at once. */
@Component
class OwnedCampaigns implements OwnedRecords {

    private final CampaignPageRepository campaigns;

    OwnedCampaigns(CampaignPageRepository campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String type() {
        return CampaignList.NOUN;
    }

    @Override
    public String permission() {
        return "marketing.campaign.transfer";
    }

    /** What waits for an approval stays with whose it is. */
    @Override
    public Map<Long, BulkRefusal> refusals(Viewer viewer, List<Long> ids) {
        Map<Long, BulkRefusal> refused = new HashMap<>();
        campaigns.locked(ids).forEach(id -> refused.put(id, BulkRefusal.of("approval.refusal.underApproval")));
        return refused;
    }

    /** What is over stays with whoever ran it. */
    @Override
    public String leaving() {
        return "t.state not in ('COMPLETED', 'CANCELLED')";
    }

    @Override
    public String waiting() {
        return "t.approval_case_id is not null";
    }
}
