package org.triviumcrm.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of those that make up what was attained: an opportunity, a contract or a receipt.
 *
 * @param name null where the viewer has no more than a share in it to see
 * @param href its page; null where the name is
 * @param customer null where there is none, or where the name is
 * @param day when it counts
 * @param whole what all of it brings, in the company's currency
 * @param amount what of it counts
 */
public record AttainedRow(
        long id,
        @Nullable String name,
        @Nullable String href,
        @Nullable String customer,
        LocalDate day,
        BigDecimal whole,
        BigDecimal amount) {

    /** Whether no more than a part of it counts. */
    public boolean partly() {
        return whole.compareTo(amount) != 0;
    }

    /**
     * Where a page of them begins: behind this one.
     *
     * @param day its day
     */
    public record After(LocalDate day, long id) {}

    /**
     * Which of them.
     *
     * @param ids of the subject's kind; none for the company
     * @param from the first day
     * @param to the last day
     * @param pipeline null for all of them
     * @param after null at the beginning
     */
    public record Asked(
            QuotaSubject subject,
            java.util.List<Long> ids,
            LocalDate from,
            LocalDate to,
            @Nullable Long pipeline,
            @Nullable After after,
            int limit) {}
}
