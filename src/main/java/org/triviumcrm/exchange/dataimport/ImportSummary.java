package org.triviumcrm.exchange.dataimport;

import java.util.Map;

/**
 * What an import does, or did.
 *
 * @param created records by type
 * @param changed records by type
 * @param unchanged rows that change nothing
 * @param refused rows
 */
public record ImportSummary(Map<String, Long> created, Map<String, Long> changed, long unchanged, long refused) {

    public long createdCount() {
        return sum(created);
    }

    public long changedCount() {
        return sum(changed);
    }

    /** Whether records of this type were created or changed. */
    public boolean touches(String recordType) {
        return created.containsKey(recordType) || changed.containsKey(recordType);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
