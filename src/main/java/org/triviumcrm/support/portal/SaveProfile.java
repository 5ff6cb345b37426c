package org.triviumcrm.support.portal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What customers change about themselves. */
record SaveProfile(
        @NotBlank(message = "{support.portal.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{support.portal.error.language}")
        @Pattern(regexp = InviteContact.LANGUAGES, message = "{support.portal.error.language}")
        String language) {}
