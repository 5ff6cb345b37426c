package org.triviumcrm.identity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Some of the work that a person holds.
 *
 * @param label message: what it is; null where the name or the kind says all
 * @param name what it is called, such as a stage
 * @param amount its worth in the company's currency, null where it has none
 * @param link page that shows it, null where there is none
 */
public record HeldLine(
        @Nullable String label,
        @Nullable String name,
        long count,
        @Nullable BigDecimal amount,
        @Nullable String link) {}
