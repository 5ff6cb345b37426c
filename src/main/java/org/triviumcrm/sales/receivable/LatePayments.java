package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is owed of a contract and should have been paid; nothing while it is not signed.
 *
 * @param payments in the order in which they are due
 * @param today the company's day
 */
public record LatePayments(String currency, List<Instalment> payments, LocalDate today) {

    /** What is missing of them, in the currency of the contract. */
    public BigDecimal open() {
        return payments.stream().map(Instalment::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A text that is the same while the same is missing. */
    public String seen() {
        return payments.stream()
                .map(one -> one.id() + ":" + one.dueOn() + ":"
                        + one.open().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }

    /** What comes next: the friendliest at first, then one step firmer than the firmest that there was. */
    public ReminderLevel next() {
        return payments.stream()
                .map(Instalment::reminded)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(ReminderLevel::next)
                .orElse(ReminderLevel.FRIENDLY);
    }
}
