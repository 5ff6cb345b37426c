/** What counts for quotas: sums of what is signed and has come in, and the rows behind them, shares of people included. */
@NullMarked
package org.triviumcrm.sales.attained;

import org.jspecify.annotations.NullMarked;
