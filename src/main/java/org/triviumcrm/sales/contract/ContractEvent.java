package org.triviumcrm.sales.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a contract.
 *
 * @param kind message {@code sales.contract.event.<kind>}
 * @param by name of the person of the company, null for nobody
 * @param said a reason or a name, in the words of whoever said it; null for nothing
 */
public record ContractEvent(
        String kind,
        Instant at,
        @Nullable String by,
        @Nullable String said) {}
