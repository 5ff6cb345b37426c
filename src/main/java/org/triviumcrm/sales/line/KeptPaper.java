package org.triviumcrm.sales.line;

import org.jspecify.annotations.Nullable;

/** What of a quote or a contract, as it is kept, decides what may be typed of it: who does not see what it names may leave it there. */
public interface KeptPaper {

    String getCurrency();

    long getCustomerId();

    @Nullable
    Long getContactId();

    @Nullable
    Long getOpportunityId();

    long getOwnerId();
}
