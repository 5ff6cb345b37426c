package org.triviumcrm.shared.exchange;

import java.util.List;

/**
 * A record that was there before the import and that a row looks like.
 *
 * @param signs what they have in common; their texts are {@code exchange.alike.<sign>}
 * @param changed whether the row changes this record instead of making one
 */
public record ImportTwin(String recordType, long recordId, List<String> signs, boolean changed) {

    public ImportTwin {
        signs = List.copyOf(signs);
    }
}
