package org.triviumcrm.sales.unit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A unit as typed; {@code version} is null for a new one. */
record SaveProductUnit(
        @NotBlank(message = "{sales.unit.error.name}") @Size(max = 60, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 60, message = "{form.tooLong}")
        String nameZh,

        boolean active,
        @Nullable Integer version) {

    static SaveProductUnit empty() {
        return new SaveProductUnit("", null, true, null);
    }

    static SaveProductUnit of(ProductUnit unit) {
        return new SaveProductUnit(unit.getName(), unit.getNameZh(), unit.isActive(), unit.getVersion());
    }
}
