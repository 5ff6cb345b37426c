package org.triviumcrm.marketing.exit;

/**
 * That a step with a campaign may be taken: all that had to be asked has been asked, in this transaction. Only
 * {@link CampaignExits} makes one.
 *
 */
public final class CampaignPassage {

    private final CampaignStep step;
    private final long campaignId;
    private final boolean decided;
    private final boolean renewing;

    CampaignPassage(CampaignStep step, long campaignId, boolean decided, boolean renewing) {
        this.step = step;
        this.campaignId = campaignId;
        this.decided = decided;
        this.renewing = renewing;
    }

    /** @throws IllegalStateException when it was given for something else */
    public void require(long id, CampaignStep wanted) {
        if (step != wanted || campaignId != id) {
            throw new IllegalStateException(
                    "%s of campaign %d is no passage for %s of %d".formatted(step, campaignId, wanted, id));
        }
    }

    /** Whether somebody has decided it; else no flow asked. */
    public boolean isDecided() {
        return decided;
    }

    /** Whether it changes a plan that counts, which counts as it is then. */
    public boolean renewsPlan() {
        return renewing;
    }
}
