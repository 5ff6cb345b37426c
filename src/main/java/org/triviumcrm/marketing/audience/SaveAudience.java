package org.triviumcrm.marketing.audience;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A target list as typed; {@code version} is 0 for a new one. */
public record SaveAudience(
        @NotBlank(message = "{marketing.audience.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String note,

        @NotNull(message = "{marketing.audience.error.owner}")
        Long ownerId,

        int version) {}
