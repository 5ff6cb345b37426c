package org.triviumcrm.sales.price;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For whom prices are looked up.
 *
 * @param region of the customer
 * @param level of the customer
 * @param listId the only list to look into, null for all that fit
 */
public record PriceQuestion(
        String currency,
        @Nullable String region,
        @Nullable String level,
        LocalDate day,
        @Nullable Long listId) {}
