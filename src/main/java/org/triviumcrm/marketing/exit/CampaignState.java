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

    /** Whether money is spent on it, or was: late costs count, and so do those of what was cancelled. */
    public boolean hasCosts() {
        return this != PLANNED && this != SUBMITTED;
    }
}
