package org.triviumcrm.shared.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For whom and how a file is imported.
 *
 * @param personId who imports
 * @param source the name of the file without its ending
 * @param revision the revision of this batch in the history; 0 in a dry run
 * @param now the time of the batch
 * @param zone in which the days of the file are meant
 * @param currency the company's currency, used where a row names none
 * @param keyFields by which existing records are found
 * @param modes what happens to the fields of existing records
 */
public record ImportContext(
        long personId,
        String source,
        long revision,
        Instant now,
        ZoneId zone,
        String currency,
        boolean dry,
        List<String> keyFields,
        Map<String, FieldMode> modes,
        Map<String, String> options,
        Reach reach) {

    /** Which existing records the importing person may change, and what this import has done to some already. */
    public interface Reach {
        boolean includes(String recordType, ExistingRecord record);

        /** Those of these records that were not there before this import. */
        default Set<Long> made(String recordType, Collection<Long> ids) {
            return Set.of();
        }

        /** Those of these records that an earlier row changes because it looks like them. */
        default Set<Long> taken(Collection<Long> ids) {
            return Set.of();
        }

        /** Of the rows before this line that came in, those that have one of these signs, a few of each. */
        default List<RowSign> earlier(List<RowSign> signs, long before) {
            return List.of();
        }

        /** Rows that come in, by what they may be known again further down. */
        default void came(List<RowSign> signs) {}
    }

    public FieldMode mode(String field) {
        return modes.getOrDefault(field, FieldMode.OVERWRITE);
    }

    public String option(String key) {
        return options.getOrDefault(key, "");
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public ImportContext withOptions(Map<String, String> others) {
        return new ImportContext(
                personId, source, revision, now, zone, currency, dry, keyFields, modes, Map.copyOf(others), reach);
    }
}
