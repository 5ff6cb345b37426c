package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;

/**
 * How many customers are alike, and what they bring together in the company's currency.
 *
 * @param segment null for whoever has brought nothing within the time, where only that time counts; recency and frequency are 0 then
 */
record ValueCount(
        @Nullable ValueClass valueClass,
        @Nullable ValueSegment segment,
        int recency,
        int frequency,
        long customers,
        BigDecimal revenue) {}
