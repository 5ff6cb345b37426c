package org.triviumcrm.customer.value;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.shared.list.ListReader;

/** What was signed and won. The classes by it are what a customer's class means everywhere else, so each customer's is always up to date. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RevenueMeasure implements CustomerMeasure {

    static final String KEY = "REVENUE";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "customer.value.revenue";
    }

    @Override
    public String text() {
        return "customer.value.revenue.text";
    }

    @Override
    public boolean isFor(ListReader reader) {
        return true;
    }

    @Override
    public String amounts() {
        return "select customer_id, brought_on, base_amount from customer_revenue";
    }

    @Override
    public String amountsByProduct() {
        return "select customer_id, brought_on, base_amount, product_id from product_revenue";
    }
}
