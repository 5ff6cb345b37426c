package org.triviumcrm.sales.opportunity;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.lostreason.LostReason;

/** What is lost for this reason has to name a competitor. */
class CompetitorAsked extends IllegalMove {

    private static final long serialVersionUID = 1;

    CompetitorAsked() {
        super("competitorId", "sales.opportunity.error.competitorMissing");
    }

    /** @throws CompetitorAsked when the reason demands one and none is named */
    static void unlessNamed(LostReason reason, @Nullable Long competitorId) {
        if (reason.isNeedsCompetitor() && competitorId == null) {
            throw new CompetitorAsked();
        }
    }
}
