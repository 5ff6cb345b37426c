package org.triviumcrm.support.sla;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;

/**
 * What policies know of a ticket.
 *
 * @param level how the company classes the customer
 * @param contract whether the customer has a contract that runs
 * @param valueClass by what the customer brings; null for whoever brings nothing
 */
public record TicketFacts(
        @Nullable String level,
        @Nullable ValueClass valueClass,
        boolean contract,
        @Nullable Long typeId,
        TicketPriority priority,
        @Nullable Long queueId,
        @Nullable TicketChannel channel) {

    /** By the keys of {@link PolicyConditions}; what is unknown is left out. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        put(values, PolicyConditions.LEVEL, level);
        put(values, PolicyConditions.VALUE, valueClass);
        put(values, PolicyConditions.CONTRACT, contract ? PolicyConditions.YES : PolicyConditions.NO);
        put(values, PolicyConditions.TYPE, typeId);
        put(values, PolicyConditions.PRIORITY, priority);
        put(values, PolicyConditions.QUEUE, queueId);
        put(values, PolicyConditions.CHANNEL, channel);
        return values;
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value.toString());
        }
    }
}
