package org.triviumcrm.support.portal;

import jakarta.validation.constraints.NotBlank;

/** A new password, vouched for by the present one. */
record ChooseOwnPassword(
        @NotBlank(message = "{support.portal.error.current}")
        String current,

        @NotBlank(message = "{support.portal.error.password}")
        String password) {}
