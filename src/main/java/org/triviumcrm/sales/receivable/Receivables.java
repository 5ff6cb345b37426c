package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What a contract is to bring, and has brought. Amounts are in its currency.
 *
 * @param total what the contract comes to with tax, by the paper that holds
 * @param planned sum of the instalments
 * @param credit what was paid beyond them
 * @param binding whether the contract was signed, so that the money is owed
 */
public record Receivables(
        String currency,
        BigDecimal total,
        BigDecimal planned,
        BigDecimal received,
        BigDecimal credit,
        boolean binding,
        List<Instalment> instalments,
        List<Receipt> receipts) {

    public BigDecimal open() {
        return planned.subtract(received).add(credit);
    }

    /** Whether something that is owed should have been paid before a day. */
    public boolean isLate(LocalDate today) {
        return binding && instalments.stream().anyMatch(one -> one.isLate(today));
    }

    /** What the plan lacks of the contract, negative where it says more. */
    public BigDecimal unplanned() {
        return total.subtract(planned);
    }

    /** How much of the plan is paid, in whole per cent; 0 while nothing is planned. */
    public int percent() {
        return planned.signum() == 0
                ? 0
                : received.subtract(credit)
                        .movePointRight(2)
                        .divide(planned, 0, RoundingMode.FLOOR)
                        .intValue();
    }
}
