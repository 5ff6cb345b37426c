package org.triviumcrm.customer;

import org.triviumcrm.shared.condition.ConditionField;

/**
 * One kind of thing that customers do: buying, answering, coming, asking for help. Segments ask how often, of what and within which time.
 *
 * @param field as forms offer it, of the kind {@code EVENTS}; what it can be about is its {@code thing}
 * @param events a SELECT of {@code customer_id}, {@code happened} (a {@code date} or a {@code timestamptz}) and {@code thing} (a {@code
 *     bigint}, or text; null where nothing is told apart), one row for each time, answered by an index of the thing and by one of the
 *     customer
 */
public record CustomerBehaviour(ConditionField field, String events) {

    public String key() {
        return field.key();
    }
}
