package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;

/** Which way money went. */
public enum ReceiptKind {
    RECEIPT,
    /** Paid back to the customer. */
    REFUND;

    public BigDecimal signed(BigDecimal amount) {
        return this == REFUND ? amount.negate() : amount;
    }
}
