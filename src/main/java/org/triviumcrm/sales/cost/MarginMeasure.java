package org.triviumcrm.sales.cost;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.shared.list.ListReader;

/** Customers by what their signed contracts leave over the costs, for those who may see what products cost. */
@Component
@Order(10)
class MarginMeasure implements CustomerMeasure {

    @Override
    public String key() {
        return "MARGIN";
    }

    @Override
    public String title() {
        return "sales.cost.measure";
    }

    @Override
    public String text() {
        return "sales.cost.measure.text";
    }

    @Override
    public boolean isFor(ListReader reader) {
        return reader.can("sales.cost.view");
    }

    @Override
    public String amounts() {
        return "select customer_id, brought_on, base_amount from customer_margin";
    }

    @Override
    public String amountsByProduct() {
        return "select customer_id, brought_on, base_amount, product_id from customer_margin";
    }
}
