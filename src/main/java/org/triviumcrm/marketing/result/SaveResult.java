package org.triviumcrm.marketing.result;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the medium reports of a day, as typed; what is left empty is 0.
 *
 * @param version null for a new one
 */
record SaveResult(
        @NotNull(message = "{marketing.cost.error.day}") LocalDate onDate,

        @PositiveOrZero(message = "{marketing.result.error.count}")
        @Digits(integer = 15, fraction = 0, message = "{marketing.result.error.count}")
        Long impressions,

        @PositiveOrZero(message = "{marketing.result.error.count}")
        @Digits(integer = 15, fraction = 0, message = "{marketing.result.error.count}")
        Long clicks,

        @PositiveOrZero(message = "{marketing.result.error.count}")
        @Digits(integer = 15, fraction = 0, message = "{marketing.result.error.count}")
        Long leads,

        @PositiveOrZero(message = "{marketing.result.error.count}")
        @Digits(integer = 15, fraction = 0, message = "{marketing.result.error.count}")
        Long orders,

        @PositiveOrZero(message = "{marketing.campaign.error.revenue}")
        @Digits(integer = 17, fraction = 2, message = "{marketing.campaign.error.revenue}")
        BigDecimal revenue,

        @NotNull(message = "{marketing.campaign.error.currency}")
        @Pattern(regexp = "[A-Z]{3}", message = "{marketing.campaign.error.currency}")
        String currency,

        @Nullable Integer version) {

    @SuppressWarnings("NullAway") // what is left empty comes as null
    public SaveResult {
        impressions = or0(impressions);
        clicks = or0(clicks);
        leads = or0(leads);
        orders = or0(orders);
        revenue = revenue == null ? BigDecimal.ZERO : revenue;
    }

    private static Long or0(@Nullable Long count) {
        return count == null ? 0L : count;
    }
}
