package org.triviumcrm.customer.field;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A choice of a custom field as typed. */
record SaveFieldChoice(
        @NotBlank(message = "{customer.field.choice.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String chinese,

        Boolean active,

        @NotNull(message = "{customer.field.error.position}")
        @Min(value = 0, message = "{customer.field.error.position}")
        @Max(value = 9999, message = "{customer.field.error.position}")
        Integer position,

        @Nullable Integer version) {

    /** A form that doesn't ask says no. */
    SaveFieldChoice {
        active = Boolean.TRUE.equals(active);
    }

    static SaveFieldChoice empty(int position) {
        return new SaveFieldChoice("", null, true, position, null);
    }

    static SaveFieldChoice of(CustomChoice choice) {
        return new SaveFieldChoice(
                choice.getName(), choice.getChinese(), choice.isActive(), choice.getPosition(), choice.getVersion());
    }
}
