package org.triviumcrm.sales.price;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A price list as typed; {@code version} is null for a new one. */
record SavePriceList(
        @NotBlank(message = "{sales.price.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotBlank(message = "{sales.price.error.currency}") String currency,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String region,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String level,

        @Nullable @NotNull(message = "{sales.price.error.validFrom}")
        LocalDate validFrom,

        @Nullable LocalDate validTo,

        @Nullable
        @NotNull(message = "{sales.price.error.position}")
        @Min(value = 1, message = "{sales.price.error.position}")
        Integer position,

        boolean gross,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String note,

        boolean active,
        @Nullable Integer version) {

    static SavePriceList empty(String currency, LocalDate today, int position) {
        return new SavePriceList("", currency, null, null, today, null, position, false, null, true, null);
    }

    static SavePriceList of(PriceList list) {
        return new SavePriceList(
                list.getName(),
                list.getCurrency(),
                list.getRegion(),
                list.getLevel(),
                list.getValidFrom(),
                list.getValidTo(),
                list.getPosition(),
                list.isGross(),
                list.getNote(),
                list.isActive(),
                list.getVersion());
    }
}
