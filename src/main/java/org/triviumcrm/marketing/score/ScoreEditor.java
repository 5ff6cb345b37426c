package org.triviumcrm.marketing.score;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionField;

/**
 * What the form of a rule needs beside what is typed; to {@code fragments/conditions} it is the offer.
 *
 * @param id 0 for a new one
 */
record ScoreEditor(long id, Map<String, ConditionField> byKey) {

    public Collection<ConditionField> getFields() {
        return byKey.values();
    }

    public @Nullable ConditionField field(String key) {
        return byKey.get(key);
    }

    /** Nothing that is asked of leads is money. */
    public String currency() {
        return "";
    }

    /** Nothing that is asked of leads is a person. */
    public String person(String id) {
        return id;
    }
}
