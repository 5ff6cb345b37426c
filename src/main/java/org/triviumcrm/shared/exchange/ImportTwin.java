package org.triviumcrm.shared.exchange;

import java.util.List;

/**
 * A record that was there before the import, or an earlier row of the same file, that a row looks like.
 *
 * @param recordType {@link #ROW} for a row
 * @param recordId of a row its line
 * @param signs what they have in common; their texts are {@code exchange.alike.<sign>}
 * @param changed whether the row changes this record instead of making one
 */
public record ImportTwin(String recordType, long recordId, List<String> signs, boolean changed) {

    /** In place of a record type: an earlier row of the same file. */
    public static final String ROW = "row";

    public ImportTwin {
        signs = List.copyOf(signs);
    }

    public boolean isRow() {
        return recordType.equals(ROW);
    }
}
