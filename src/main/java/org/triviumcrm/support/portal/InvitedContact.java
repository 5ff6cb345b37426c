package org.triviumcrm.support.portal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A contact who is to have an account, or has one. @param email null when none is known */
public record InvitedContact(
        long id,
        String name,
        @Nullable String email,
        @Nullable Long customerId,
        @Nullable String customer) {

    /** As accounts have it. */
    String address() {
        if (email == null) {
            throw new PortalRefusal("support.portal.error.noEmail");
        }
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
