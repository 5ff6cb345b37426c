package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;

/**
 * What a customer is worth.
 *
 * @param revenue of the months that count, in the company's currency
 * @param wins how often they bought within them
 * @param lastOn the last time that they bought, whenever that was
 * @param valueClass null for whoever brought nothing within them
 * @param recency from 1 to 5, the most recent are 5
 * @param frequency from 1 to 5, the most frequent are 5
 * @param monetary from 1 to 5, the largest are 5
 */
public record CustomerValue(
        BigDecimal revenue,
        long wins,
        LocalDate lastOn,
        @Nullable ValueClass valueClass,
        int recency,
        int frequency,
        int monetary,
        ValueSegment segment) {}
