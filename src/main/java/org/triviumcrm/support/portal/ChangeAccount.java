package org.triviumcrm.support.portal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An account as somebody of the company changes it. */
record ChangeAccount(
        @Nullable Boolean wholeCustomer,

        @NotNull(message = "{support.portal.error.language}")
        @Pattern(regexp = InviteContact.LANGUAGES, message = "{support.portal.error.language}")
        String language,

        @Nullable Integer version) {

    /** A contact without a customer is not asked. */
    boolean seesAll() {
        return Boolean.TRUE.equals(wholeCustomer);
    }
}
