package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.time.Instant;
import org.triviumcrm.sales.release.QuoteState;

/** One version of a quote. */
public record QuoteVersion(
        long id, int revision, QuoteState state, BigDecimal total, String currency, Instant createdAt) {}
