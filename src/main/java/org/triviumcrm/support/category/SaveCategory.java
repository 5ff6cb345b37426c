package org.triviumcrm.support.category;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A category as typed. One name is enough: where the other is missing, this one is shown.
 *
 * @param parentId null for one at the top
 * @param position its place among those beside it
 * @param version null for a new one
 */
record SaveCategory(
        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String nameEn,

        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String nameZh,

        @Nullable Long parentId,

        @NotNull(message = "{support.category.error.position}")
        @Min(value = 1, message = "{support.category.error.position}")
        @Max(value = 1000, message = "{support.category.error.position}")
        Integer position,

        boolean active,
        @Nullable Integer version) {

    static SaveCategory proposed(int position) {
        return new SaveCategory(null, null, null, position, true, null);
    }

    static SaveCategory of(ArticleCategory category) {
        return new SaveCategory(
                category.getNameEn(),
                category.getNameZh(),
                category.getParentId(),
                category.getPosition(),
                category.isActive(),
                category.getVersion());
    }

    boolean isNamed() {
        return nameEn != null || nameZh != null;
    }
}
