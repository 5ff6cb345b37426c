package org.triviumcrm.support.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened with an account. @param by a person of the company; null for the customer */
public record PortalEvent(
        Instant at,
        PortalEventKind kind,
        @Nullable String by,
        @Nullable String address) {}
