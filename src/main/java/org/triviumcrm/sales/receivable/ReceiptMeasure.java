package org.triviumcrm.sales.receivable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.shared.list.ListReader;

/** Customers by what has come in from them, refunds taken off, for those who may see receivables. */
@Component
@Order(20)
class ReceiptMeasure implements CustomerMeasure {

    @Override
    public String key() {
        return "RECEIPTS";
    }

    @Override
    public String title() {
        return "sales.receivable.measure";
    }

    @Override
    public String text() {
        return "sales.receivable.measure.text";
    }

    @Override
    public boolean isFor(ListReader reader) {
        return reader.can("sales.receivable.view");
    }

    @Override
    public String amounts() {
        return "select customer_id, received_on as brought_on, base_amount from receipt where cancelled_at is null";
    }

    @Override
    public String amountsByProduct() {
        return "select customer_id, brought_on, base_amount, product_id from customer_receipt_product";
    }
}
