package org.triviumcrm.support.offer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A customer's word to a quote, as typed. */
record AcceptOffer(
        @NotBlank(message = "{support.offer.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String remark,

        @Nullable
        @NotNull(message = "{support.offer.error.agrees}")
        @AssertTrue(message = "{support.offer.error.agrees}")
        Boolean agrees) {}
