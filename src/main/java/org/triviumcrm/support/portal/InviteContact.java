package org.triviumcrm.support.portal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to the portal.
 *
 * @param wholeCustomer whether all tickets of the customer are shown, not only the contact's own
 * @param language of the letter and of the pages
 */
record InviteContact(
        @Nullable Boolean wholeCustomer,

        @NotNull(message = "{support.portal.error.language}")
        @Pattern(regexp = InviteContact.LANGUAGES, message = "{support.portal.error.language}")
        String language) {

    static final String LANGUAGES = "en|zh-CN";

    /** A contact without a customer is not asked. */
    boolean seesAll() {
        return Boolean.TRUE.equals(wholeCustomer);
    }
}
