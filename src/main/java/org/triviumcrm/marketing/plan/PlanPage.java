package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the page of a plan shows, names included; amounts are in the company's currency. */
public record PlanPage(
        long id,
        String name,
        int year,
        @Nullable String goal,
        @Nullable String note,
        @Nullable Integer expectedParticipants,
        @Nullable Integer expectedLeads,
        @Nullable Integer expectedOpportunities,
        @Nullable BigDecimal expectedRevenue,
        BigDecimal budget,
        long ownerId,
        String owner,
        @Nullable String team,
        int version) {

    public LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }

    SavePlan toInput() {
        return new SavePlan(
                name,
                year,
                goal,
                expectedParticipants,
                expectedLeads,
                expectedOpportunities,
                expectedRevenue,
                ownerId,
                note,
                version);
    }
}
