package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;

/** How many customers are alike, and what they bring together in the company's currency. */
record ValueCount(
        @Nullable ValueClass valueClass,
        ValueSegment segment,
        int recency,
        int frequency,
        long customers,
        BigDecimal revenue) {}
