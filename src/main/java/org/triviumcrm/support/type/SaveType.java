package org.triviumcrm.support.type;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A type of ticket as typed; {@code version} is null for a new one. @param open whether customers may choose it in the portal */
record SaveType(
        @NotBlank(message = "{support.type.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        boolean active,
        @Nullable Boolean open,
        @Nullable Integer version) {

    /** A form in which it is not ticked says nothing. */
    SaveType {
        open = Boolean.TRUE.equals(open);
    }

    boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    static SaveType of(TicketType type) {
        return new SaveType(type.getName(), type.isActive(), type.isOpen(), type.getVersion());
    }
}
