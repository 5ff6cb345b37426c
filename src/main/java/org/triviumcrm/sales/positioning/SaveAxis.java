package org.triviumcrm.sales.positioning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An axis as typed; {@code version} is null for a new one.
 *
 * @param nameZh what it is called in Chinese; the name, where nothing is said
 * @param unit of numbers, such as dollars a piece
 */
record SaveAxis(
        @NotBlank(message = "{sales.position.error.axis}") @Size(max = 60, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 60, message = "{form.tooLong}")
        String nameZh,

        @NotNull(message = "{sales.position.error.kind}") AxisKind kind,

        @Nullable @Size(max = 40, message = "{form.tooLong}")
        String unit,

        @NotNull(message = "{sales.position.error.better}") BetterEnd better,

        boolean active,
        @Nullable Integer version) {

    static SaveAxis empty() {
        return new SaveAxis("", null, AxisKind.RATING, null, BetterEnd.MORE, true, null);
    }

    static SaveAxis of(MarketAxis axis) {
        return new SaveAxis(
                axis.getName(),
                axis.getNameZh(),
                axis.getKind(),
                axis.getUnit(),
                axis.getBetter(),
                axis.isActive(),
                axis.getVersion());
    }
}
