package org.triviumcrm.marketing.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.exit.CampaignState;

/** A campaign on the board. */
public record CampaignCard(
        long id,
        String name,
        CampaignState state,
        LocalDate startOn,
        LocalDate endOn,
        String method,
        @Nullable String region,
        BigDecimal budget,
        String currency,
        @Nullable String costLevel,
        @Nullable Long approvalCaseId,
        String owner) {

    /** Whether it waits for an approval and stays where it is. */
    public boolean isLocked() {
        return approvalCaseId != null;
    }
}
