package org.triviumcrm.marketing.cost;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** When to warn, as typed. @param percent of the budget */
record SaveCostWarning(
        @NotNull(message = "{marketing.cost.error.percent}")
        @Min(value = 1, message = "{marketing.cost.error.percent}")
        @Max(value = 100, message = "{marketing.cost.error.percent}")
        Integer percent) {}
