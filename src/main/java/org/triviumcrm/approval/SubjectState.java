package org.triviumcrm.approval;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as flows look at it: as it is, or as it would be after an action.
 *
 * @param id null for one that is only about to be created
 * @param url its page, such as {@code /sales/opportunities/42}
 * @param amount what it is worth in {@code currency}; shown and sorted by in the inbox, conditions have a field of their own
 * @param values by the key of the {@link ApprovalField}, in the class of its {@link org.triviumcrm.shared.condition.FieldKind};
 *     what is unknown is left out
 */
public record SubjectState(
        @Nullable Long id,
        String title,
        String url,
        @Nullable Long ownerId,
        @Nullable Long teamId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        int version,
        Map<String, Object> values) {

    public SubjectState {
        values = Map.copyOf(values);
    }

    /** The same with one other value. */
    public SubjectState with(String field, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new SubjectState(id, title, url, ownerId, teamId, amount, currency, version, changed);
    }
}
