package org.triviumcrm.marketing.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cost with the names of what it is about.
 *
 * @param receipt name of its file, null when there is none
 */
public record CostPage(
        long id,
        long campaignId,
        String campaign,
        LocalDate onDate,
        long categoryId,
        String category,
        @Nullable String supplier,
        @Nullable String note,
        BigDecimal amount,
        String currency,
        BigDecimal baseAmount,
        @Nullable String receipt,
        int version) {

    SaveCost toInput() {
        return new SaveCost(onDate, categoryId, supplier, amount, currency, note, version);
    }
}
