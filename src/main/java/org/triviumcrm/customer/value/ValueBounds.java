package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes begin.
 *
 * @param since revenue after this day counts
 * @param revenue of all customers, in the company's currency
 * @param fromA the least that a customer of class A brings; null when nobody brings anything
 * @param curve per cent of the revenue that the best customers bring, in as many equal steps as there are entries, a hundred at most
 */
public record ValueBounds(
        Instant reckonedAt,
        LocalDate since,
        BigDecimal revenue,
        @Nullable BigDecimal fromA,
        @Nullable BigDecimal fromB,
        List<BigDecimal> curve) {}
