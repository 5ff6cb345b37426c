package org.triviumcrm.shared.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did to one record.
 *
 * @param person who did it; null for a job, see {@code cause}
 * @param typeLabel message key of the kind of record
 * @param path the record's page, empty without one
 */
public record HistoryEntry(
        long revision,
        Instant at,
        @Nullable Long personId,
        @Nullable String person,
        @Nullable String cause,
        String typeLabel,
        long recordId,
        @Nullable String recordName,
        String path,
        Kind kind,
        List<FieldChange> fields) {

    /** In the order of Envers' numbers. */
    public enum Kind {
        CREATED,
        CHANGED,
        DELETED;

        /** Message key. */
        public String getLabel() {
            return "shared.history.kind." + name();
        }
    }

    /** A field from what to what, as people read it; null where there was or is nothing. */
    public record FieldChange(
            String label, @Nullable String before, @Nullable String after) {}
}
