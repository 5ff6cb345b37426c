package org.triviumcrm.customer.segment;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionField;

/**
 * What the form of a segment needs beside what is typed; to {@code fragments/conditions} it is the offer.
 *
 * @param id 0 for a new one
 * @param people what somebody is called whom a condition names, by id
 */
record SegmentEditor(long id, Map<String, ConditionField> byKey, UnaryOperator<String> people, String currency) {

    public Collection<ConditionField> getFields() {
        return byKey.values();
    }

    public @Nullable ConditionField field(String key) {
        return byKey.get(key);
    }

    public String person(String id) {
        return people.apply(id);
    }
}
