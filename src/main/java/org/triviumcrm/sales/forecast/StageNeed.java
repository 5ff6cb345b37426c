package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a monthly target needs to lie in a stage at any time.
 *
 * @param needed target x months of stay / chance; null when nothing comes out of the stage
 * @param missing how much less there is, zero when there is enough
 */
public record StageNeed(
        FunnelStage stage,
        @Nullable BigDecimal needed,
        @Nullable BigDecimal missing) {}
