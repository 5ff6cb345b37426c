package org.triviumcrm.marketing.plan;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A plan for a year as typed, all but how its money is divided. */
public record SavePlan(
        @NotBlank(message = "{marketing.plan.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{marketing.plan.error.year}")
        @Min(value = 2000, message = "{marketing.plan.error.year}")
        @Max(value = LAST_YEAR, message = "{marketing.plan.error.year}")
        Integer year,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String goal,

        @Nullable @PositiveOrZero(message = "{marketing.campaign.error.count}")
        Integer expectedParticipants,

        @Nullable @PositiveOrZero(message = "{marketing.campaign.error.count}")
        Integer expectedLeads,

        @Nullable @PositiveOrZero(message = "{marketing.campaign.error.count}")
        Integer expectedOpportunities,

        @Nullable
        @PositiveOrZero(message = "{marketing.campaign.error.revenue}")
        @Digits(integer = 17, fraction = 2, message = "{marketing.campaign.error.revenue}")
        BigDecimal expectedRevenue,

        @NotNull(message = "{marketing.plan.error.owner}") Long ownerId,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String note,

        int version) {

    static final int LAST_YEAR = 2200;
}
