package org.triviumcrm.sales.qualification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lead has become, and what is needed to take it back.
 *
 * @param customerMade whether the customer was made for it
 * @param contactMade whether the contact was made for it
 * @param moved ids of the activities that moved along
 * @param leadVersion of the lead since then
 * @param opportunityVersion of the opportunity as it was made
 */
record Qualification(
        long id,
        long leadId,
        long personId,
        Instant at,
        @Nullable Long customerId,
        boolean customerMade,
        @Nullable Long contactId,
        boolean contactMade,
        @Nullable Long opportunityId,
        int opportunityVersion,
        int leadVersion,
        List<Long> moved) {}
