package org.triviumcrm.sales.line;

import org.jspecify.annotations.Nullable;

/** What the records are called that a paper names; null for none. */
public record PaperNames(
        @Nullable String customer,
        @Nullable String opportunity,
        @Nullable String contact) {}
