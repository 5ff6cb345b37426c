package org.triviumcrm.support.portal;

import jakarta.validation.constraints.NotBlank;

/** A password, vouched for by a letter. */
record ChooseFirstPassword(
        @NotBlank(message = "{support.portal.error.password}")
        String password) {}
