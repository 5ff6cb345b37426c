package org.triviumcrm.support.sla;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.web.Option;

/**
 * What the form of a policy needs beside what is typed; to {@code fragments/conditions} it is the offer.
 *
 * @param id 0 for a new one
 * @param person what the person is called to whom broken tickets go
 */
public record PolicyEditor(
        long id,
        Map<String, ConditionField> byKey,
        List<Option> calendars,
        List<Option> queues,
        @Nullable String person,
        String currency) {

    public Collection<ConditionField> getFields() {
        return byKey.values();
    }

    public @Nullable ConditionField field(String key) {
        return byKey.get(key);
    }

    /** No field of tickets is a person. */
    public String person(String id) {
        return id;
    }
}
