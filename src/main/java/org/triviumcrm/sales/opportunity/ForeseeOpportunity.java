package org.triviumcrm.sales.opportunity;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.pipeline.ForecastCategory;

/**
 * What an opportunity counts as in the forecast.
 *
 * @param category null for what its stage says
 */
record ForeseeOpportunity(@Nullable ForecastCategory category) {}
