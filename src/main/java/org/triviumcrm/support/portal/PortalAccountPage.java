package org.triviumcrm.support.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as colleagues see it.
 *
 * @param contact name of the contact; null when that is gone
 * @param works whether the contact is still there, and with the customer that the account is for
 */
public record PortalAccountPage(
        long id,
        @Nullable Long contactId,
        @Nullable String contact,
        @Nullable Long customerId,
        @Nullable String customer,
        String name,
        String email,
        String language,
        boolean wholeCustomer,
        AccountState state,
        boolean works,
        @Nullable String inviter,
        Instant invitedAt,
        @Nullable Instant lastSignInAt,
        int version) {

    ChangeAccount toInput() {
        return new ChangeAccount(wholeCustomer, language, version);
    }
}
