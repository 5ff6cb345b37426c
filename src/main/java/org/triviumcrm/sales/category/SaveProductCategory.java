package org.triviumcrm.sales.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A category as typed; {@code version} is null for a new one. */
record SaveProductCategory(
        @NotBlank(message = "{sales.category.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable Long parentId,
        boolean active,
        @Nullable Integer version) {

    static SaveProductCategory empty() {
        return new SaveProductCategory("", null, true, null);
    }

    static SaveProductCategory of(ProductCategory category) {
        return new SaveProductCategory(
                category.getName(), category.getParentId(), category.isActive(), category.getVersion());
    }
}
