package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A month that signs less than the target.
 *
 * @param month months ahead, 1 for the next
 * @param stage where the missing volume should have been: the earliest stage that is still in time for the month; null
 *     when no stage is
 * @param volume how much more should have been there; null when nothing comes out of that stage
 * @param by months ahead by which it should have arrived
 */
public record MonthGap(
        int month,
        BigDecimal shortfall,
        @Nullable FunnelStage stage,
        @Nullable BigDecimal volume,
        int by) {}
