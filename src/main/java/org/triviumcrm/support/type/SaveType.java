package org.triviumcrm.support.type;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A type of ticket as typed; {@code version} is null for a new one. */
record SaveType(
        @NotBlank(message = "{support.type.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        boolean active,
        @Nullable Integer version) {

    static SaveType of(TicketType type) {
        return new SaveType(type.getName(), type.isActive(), type.getVersion());
    }
}
