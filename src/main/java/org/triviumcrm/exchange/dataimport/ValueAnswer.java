package org.triviumcrm.exchange.dataimport;

import org.jspecify.annotations.Nullable;

/**
 * A text that names no record for certain, and what is to become of it.
 *
 * @param rows how often it stands in the file
 * @param kind of the record to be created
 * @param recordId the record meant, or the one created
 */
public record ValueAnswer(
        String field,
        String value,
        long rows,
        Action action,
        String kind,
        @Nullable Long recordId,
        @Nullable Long suggestionId,
        @Nullable String suggestionName,
        boolean answered) {

    /** What is to become of a text. */
    public enum Action {
        MAP,
        CREATE,
        EMPTY,
        REFUSE
    }
}
