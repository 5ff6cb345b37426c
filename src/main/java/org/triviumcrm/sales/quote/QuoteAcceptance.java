package org.triviumcrm.sales.quote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has agreed to on their own page.
 *
 * @param name as typed there
 * @param contactId whose account it was; null when that contact is gone
 * @param address where the request came from
 * @param sha256 of the file that was agreed to, in hexadecimal digits
 */
public record QuoteAcceptance(
        Instant at,
        String name,
        @Nullable Long contactId,
        @Nullable String contact,
        String address,
        @Nullable String remark,
        String sha256) {}
