package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A price as the page of its product shows it. */
public record PriceRow(
        long id,
        long listId,
        String list,
        String currency,
        @Nullable String region,
        @Nullable String level,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean gross,
        boolean active,
        BigDecimal minQuantity,
        BigDecimal amount) {

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return active && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
