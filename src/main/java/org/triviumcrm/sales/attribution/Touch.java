package org.triviumcrm.sales.attribution;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.AttributionModel;

/**
 * A campaign that touched an opportunity.
 *
 * @param campaign its name; null when the viewer does not see it
 * @param by who said so; null when it was not said by hand
 * @param said what somebody said it has brought, in per cent; null while nobody has
 * @param first per cent by the first touch, and so on; those of an opportunity are 100 together
 * @param firstAmount the share of the amount in the company's currency, and so on
 */
public record Touch(
        long campaignId,
        @Nullable String campaign,
        Instant firstAt,
        Instant lastAt,
        TouchKind kind,
        @Nullable String by,
        @Nullable BigDecimal said,
        BigDecimal first,
        BigDecimal last,
        BigDecimal even,
        BigDecimal manual,
        BigDecimal firstAmount,
        BigDecimal lastAmount,
        BigDecimal evenAmount,
        BigDecimal manualAmount) {

    public BigDecimal share(AttributionModel model) {
        return switch (model) {
            case FIRST -> first;
            case LAST -> last;
            case EVEN -> even;
            case MANUAL -> manual;
        };
    }

    public BigDecimal amount(AttributionModel model) {
        return switch (model) {
            case FIRST -> firstAmount;
            case LAST -> lastAmount;
            case EVEN -> evenAmount;
            case MANUAL -> manualAmount;
        };
    }
}
