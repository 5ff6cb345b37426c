package org.triviumcrm.marketing.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.exit.CampaignStep;

/**
 * What the page of a campaign shows, names included.
 *
 * @param baseBudget in the company's currency, as {@code baseCost}
 * @param mendable whether it is over and came from a file, so that what describes it is still mended
 * @param costLevel NEAR or OVER when what it cost has passed that level of its budget
 */
public record CampaignPage(
        long id,
        String name,
        @Nullable String reference,
        long methodId,
        String method,
        @Nullable String region,
        @Nullable Long parentId,
        @Nullable String parent,
        @Nullable Long planId,
        @Nullable String plan,
        LocalDate startOn,
        LocalDate endOn,
        @Nullable String goal,
        @Nullable String note,
        @Nullable Integer expectedParticipants,
        @Nullable Integer expectedOpportunities,
        @Nullable BigDecimal expectedRevenue,
        String currency,
        BigDecimal budget,
        BigDecimal baseBudget,
        BigDecimal baseCost,
        @Nullable String costLevel,
        CampaignState state,
        Instant stateSince,
        @Nullable Instant approvedAt,
        @Nullable Long approvalCaseId,
        long ownerId,
        String owner,
        @Nullable String team,
        List<Long> productIds,
        List<String> products,
        Instant createdAt,
        CustomValues custom,
        boolean mendable,
        int version) {

    private static final Set<String> DESCRIPTIVE =
            Set.of("name", "methodId", "region", "productIds", "parentId", "planId", "goal", "note", "ownerId");

    /** Whether a case about it runs, so that nothing about it changes. */
    public boolean isLocked() {
        return approvalCaseId != null;
    }

    /** Whether its state allows it, an approval apart. */
    public boolean offers(String step) {
        return CampaignStep.valueOf(step).isOffered(state);
    }

    /** Whether something of it can be changed, an approval apart. */
    public boolean isRevisable() {
        return offers("REVISE") || mendable;
    }

    /** Whether a field of it can be. */
    public boolean revises(String field) {
        return offers("REVISE") || mendable && DESCRIPTIVE.contains(field);
    }

    /** The names of the products, one after the other. */
    public String productNames() {
        return String.join(", ", products);
    }

    SaveCampaign toInput() {
        return new SaveCampaign(
                name,
                methodId,
                region,
                parentId,
                planId,
                startOn,
                endOn,
                goal,
                note,
                expectedParticipants,
                expectedOpportunities,
                expectedRevenue,
                currency,
                productIds,
                ownerId,
                custom.typed(),
                version);
    }
}
