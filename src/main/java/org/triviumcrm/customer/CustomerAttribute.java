package org.triviumcrm.customer;

import org.triviumcrm.shared.condition.ConditionField;

/**
 * One thing that is known of each customer: segments ask for it, target mining learns from it.
 *
 * @param field as forms offer it, in the reader's language; its key is stored, so it never changes
 * @param sql its value over the alias {@code c} of the table {@code customer} and what is joined, in the class of the kind: numbers
 *     {@code numeric} or {@code int}, days {@code date}, texts and choices {@code text}, people {@code bigint}, yes or no {@code boolean};
 *     null where nothing is known
 * @param join the clause that the value needs beside the table of customers, such as {@code left join customer_value v on v.customer_id =
 *     c.id}; empty where it needs none. It never makes several rows of a customer, and the same text is joined once
 * @param decides whether it may be used to decide whom to address; sex or origin may not where the administrator says so
 */
public record CustomerAttribute(ConditionField field, String sql, String join, boolean decides) {

    /** One of the customer's own row, which may be used to decide. */
    public static CustomerAttribute own(ConditionField field, String column) {
        return new CustomerAttribute(field, "c." + column, "", true);
    }

    public String key() {
        return field.key();
    }
}
