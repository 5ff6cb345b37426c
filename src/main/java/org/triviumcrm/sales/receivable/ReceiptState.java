package org.triviumcrm.sales.receivable;

/** What a row of receipts counts as. */
enum ReceiptState {
    RECEIPT,
    REFUND,
    CANCELLED
}
