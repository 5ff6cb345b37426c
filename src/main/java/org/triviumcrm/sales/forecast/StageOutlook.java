package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;

/**
 * What becomes of a stage's amount.
 *
 * @param chance the share that will be signed: the conversions of this and all later stages multiplied
 * @param months whole months until then, by the days of this and all later stages
 * @param signed amount x chance, unrounded
 */
public record StageOutlook(FunnelStage stage, BigDecimal chance, int months, BigDecimal signed) {}
