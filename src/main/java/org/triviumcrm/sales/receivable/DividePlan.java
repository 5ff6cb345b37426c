package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.money.Rounding;

/**
 * How a sum is divided into payments.
 *
 * @param shares weights such as {@code 30, 70}, or one number: so many equal parts
 * @param first when the first is due
 * @param months from one to the next
 */
record DividePlan(
        @Nullable String shares,
        @Nullable LocalDate first,
        @Nullable Integer months) {

    private static final int MOST_MONTHS = 60;

    /** Whether it says enough to divide by. */
    boolean isComplete() {
        return first != null && !weights().isEmpty();
    }

    /**
     * Rows that add up to the total, none of them of nothing.
     *
     * @param rounding what is asked for in the total's currency; its smallest unit where the total is no whole number of steps
     */
    List<SavePayment> rows(BigDecimal total, String currency, Rounding rounding) {
        List<SavePayment> rows = new ArrayList<>();
        LocalDate day = first;
        int step = months == null ? 1 : Math.max(0, Math.min(months, MOST_MONTHS));
        if (day == null) {
            return rows;
        }
        List<BigDecimal> parts = (rounding.round(total).compareTo(total) == 0 ? rounding : Rounding.of(currency))
                .share(total, weights());
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).signum() > 0) {
                SavePayment row = new SavePayment();
                row.setDueOn(day.plusMonths((long) at * step));
                row.setAmount(ReceivableService.plain(parts.get(at)));
                rows.add(row);
            }
        }
        return rows;
    }

    private List<BigDecimal> weights() {
        if (shares == null) {
            return List.of();
        }
        try {
            List<BigDecimal> numbers = Arrays.stream(shares.strip().split("[\\s,;/%+，；、]+"))
                    .filter(one -> !one.isEmpty())
                    .map(BigDecimal::new)
                    .toList();
            if (numbers.size() == 1) {
                int parts = numbers.get(0).intValueExact();
                return parts < 1 || parts > SavePlan.MOST ? List.of() : Collections.nCopies(parts, BigDecimal.ONE);
            }
            boolean sound = numbers.size() <= SavePlan.MOST
                    && numbers.stream().allMatch(one -> one.signum() >= 0)
                    && numbers.stream().anyMatch(one -> one.signum() > 0);
            return sound ? numbers : List.of();
        } catch (ArithmeticException | NumberFormatException e) {
            return List.of();
        }
    }
}
