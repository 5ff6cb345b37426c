package org.triviumcrm.customer;

import org.triviumcrm.shared.list.ListReader;

/** What customers can be weighed by; whoever knows such amounts declares a bean. Key customers and their classes are told for each. */
public interface CustomerMeasure {

    /** At most 20 capital letters; kept with what was reckoned. */
    String key();

    /** The message of its name. */
    String title();

    /** The message that says what is counted. */
    String text();

    /** Whether it may be told to this reader, of all customers together. */
    boolean isFor(ListReader reader);

    /**
     * A SELECT of {@code customer_id}, {@code brought_on} (a {@code date}) and {@code base_amount} (in the company's currency; may be
     * negative), any number of rows a customer.
     */
    String amounts();

    /** The same with a {@code product_id}, null for what is of none; adds up to the same. */
    String amountsByProduct();
}
