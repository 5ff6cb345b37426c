package org.triviumcrm.marketing.exit;

/** Where a campaign is in its life; what leads where is in {@link CampaignStep}. */
public enum CampaignState {
    PLANNED,
    /** Its plan waits for an approval. */
    SUBMITTED,
    /** May start. */
    APPROVED,
    RUNNING,
    COMPLETED,
    CANCELLED;

    /** Whether its plan counts: it is not changed without asking the flows again. */
    public boolean counts() {
        return this == APPROVED || this == RUNNING;
    }
}
