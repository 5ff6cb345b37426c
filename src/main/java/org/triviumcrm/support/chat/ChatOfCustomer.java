package org.triviumcrm.support.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A talk on the page of its customer.
 *
 * @param reason how it ended, a {@link ChatEnd}; null while it goes on
 * @param owner who led it last
 */
public record ChatOfCustomer(
        long id,
        String name,
        ChatState state,
        @Nullable String reason,
        Instant createdAt,
        @Nullable String owner) {}
