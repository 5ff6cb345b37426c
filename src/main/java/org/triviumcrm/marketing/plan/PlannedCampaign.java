package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign of a year.
 *
 * @param budget in the company's currency; zero for what was cancelled
 * @param participants who came or answered
 */
public record PlannedCampaign(
        long id,
        String name,
        String state,
        long methodId,
        String method,
        @Nullable String region,
        LocalDate startOn,
        BigDecimal budget,
        long participants,
        long leads) {}
