package org.triviumcrm.marketing.plan;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a part of a year's money is meant for and is to bring, in the company's currency. */
@Embeddable
public class PlanLine {

    private int quarter;
    private @Nullable String region;
    private @Nullable Long methodId;
    private BigDecimal amount;
    private @Nullable BigDecimal revenue;

    @SuppressWarnings("NullAway")
    protected PlanLine() {}

    PlanLine(
            int quarter,
            @Nullable String region,
            @Nullable Long methodId,
            BigDecimal amount,
            @Nullable BigDecimal revenue) {
        this.quarter = quarter;
        this.region = region;
        this.methodId = methodId;
        this.amount = amount;
        this.revenue = revenue;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanLine line && key().equals(line.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    private String key() {
        return quarter + " " + region + " " + methodId + " " + amount.stripTrailingZeros() + " "
                + (revenue == null ? null : revenue.stripTrailingZeros());
    }
}
