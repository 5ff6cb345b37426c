package org.triviumcrm.identity.person;

import jakarta.validation.constraints.NotBlank;

/** A new password for oneself, vouched for by the present one. */
record ChangePassword(
        @NotBlank(message = "{identity.error.missing}") String current,
        @NotBlank(message = "{identity.error.missing}") String password) {}
