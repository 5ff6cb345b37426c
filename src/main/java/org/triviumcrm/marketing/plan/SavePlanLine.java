package org.triviumcrm.marketing.plan;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a year's money as typed; one with nothing but its quarter is not there. */
public class SavePlanLine {

    @Min(value = 1, message = "{marketing.plan.error.quarter}")
    @Max(value = 4, message = "{marketing.plan.error.quarter}")
    private @Nullable Integer quarter;

    @Size(max = 100, message = "{form.tooLong}")
    private @Nullable String region;

    private @Nullable Long methodId;

    @PositiveOrZero(message = "{marketing.budget.error.amount}")
    @Digits(integer = 17, fraction = 2, message = "{marketing.budget.error.amount}")
    private @Nullable BigDecimal amount;

    @PositiveOrZero(message = "{marketing.budget.error.amount}")
    @Digits(integer = 17, fraction = 2, message = "{marketing.budget.error.amount}")
    private @Nullable BigDecimal revenue;

    public @Nullable Integer getQuarter() {
        return quarter;
    }

    public void setQuarter(@Nullable Integer quarter) {
        this.quarter = quarter;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable Long getMethodId() {
        return methodId;
    }

    public void setMethodId(@Nullable Long methodId) {
        this.methodId = methodId;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable BigDecimal getRevenue() {
        return revenue;
    }

    public void setRevenue(@Nullable BigDecimal revenue) {
        this.revenue = revenue;
    }

    boolean isBlank() {
        return amount == null && revenue == null && region == null && methodId == null;
    }
}
