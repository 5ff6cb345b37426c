package org.triviumcrm.customer;

import org.triviumcrm.shared.condition.ConditionField;

/**
 * One kind of thing that customers do: buying, answering, coming, asking for help. Segments ask how often, of what and within which time.
 *
 * @param field as forms offer it, of the kind {@code EVENTS}; what it can be about is its {@code thing}
 * @param events a SELECT of {@code customer_id}, {@code happened} (a {@code date} or a {@code timestamptz}) and {@code thing} (a {@code
 *     bigint}, or text; null where nothing is told apart), one row for each time, answered by an index of the thing and by one of the
 *     customer
 * @param whatever the same for those who don't ask of what: where one time can be about several things, it counts once
 */
public record CustomerBehaviour(ConditionField field, String events, String whatever) {

    /** What is about one thing each time. */
    public CustomerBehaviour(ConditionField field, String events) {
        this(field, events, events);
    }

    public String key() {
        return field.key();
    }
}
