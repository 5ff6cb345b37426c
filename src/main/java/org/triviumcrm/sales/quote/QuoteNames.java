package org.triviumcrm.sales.quote;

import org.jspecify.annotations.Nullable;

/** What the records are called that a quote names; null for none. */
public record QuoteNames(
        @Nullable String customer,
        @Nullable String opportunity,
        @Nullable String contact) {}
