package org.triviumcrm.sales.lostreason;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A reason as typed; {@code version} is null for a new one. */
record SaveLostReason(
        @NotBlank(message = "{sales.lostreason.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        boolean needsCompetitor,
        boolean active,
        @Nullable Integer version) {

    static SaveLostReason of(LostReason reason) {
        return new SaveLostReason(reason.getName(), reason.isNeedsCompetitor(), reason.isActive(), reason.getVersion());
    }
}
