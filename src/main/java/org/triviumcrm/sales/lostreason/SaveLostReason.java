package org.triviumcrm.sales.lostreason;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A reason as typed. */
record SaveLostReason(
        @NotBlank(message = "{sales.lostreason.error.name}") @Size(max = 100)
        String name,

        boolean active) {}
