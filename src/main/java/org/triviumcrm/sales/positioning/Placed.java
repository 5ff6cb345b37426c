package org.triviumcrm.sales.positioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer stands on an axis from a day on.
 *
 * @param person who said so
 */
public record Placed(
        long id,
        long axisId,
        BigDecimal value,
        LocalDate placedOn,
        String evidence,
        @Nullable String link,
        String person) {}
