package org.triviumcrm.support.portal;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer who is signed in to the portal, read anew for each request. Not a {@link org.triviumcrm.identity.Viewer}, and nothing makes one of
 * it: what takes a viewer can't be called for a customer. Each service of the portal takes one and gives what is theirs.
 *
 * @param customerId the company they are with, null for nobody's contact
 * @param wholeCustomer whether they see all tickets of that company
 * @param company ours
 * @param agentNames whether they read who has answered
 */
public record PortalCustomer(
        long accountId,
        long contactId,
        @Nullable Long customerId,
        @Nullable String customer,
        boolean wholeCustomer,
        String name,
        String email,
        Locale locale,
        ZoneId zone,
        String company,
        boolean agentNames) {}
