package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a year's money as a page shows it, in the company's currency. */
public record PlanLineRow(
        int quarter,
        @Nullable String region,
        @Nullable Long methodId,
        @Nullable String method,
        BigDecimal amount,
        @Nullable BigDecimal revenue) {

    /** As its form begins. */
    SavePlanLine toInput() {
        SavePlanLine line = new SavePlanLine();
        line.setQuarter(quarter);
        line.setRegion(region);
        line.setMethodId(methodId);
        line.setAmount(amount);
        line.setRevenue(revenue);
        return line;
    }
}
