package org.triviumcrm.shared.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that was created or changed by a row.
 *
 * @param recordId 0 in a dry run
 * @param version the record's version afterwards
 * @param before the changed columns as they were, as text; null for a created record
 */
public record ImportEffect(
        String recordType,
        long recordId,
        int version,
        @Nullable Map<String, @Nullable String> before) {

    public boolean created() {
        return before == null;
    }
}
