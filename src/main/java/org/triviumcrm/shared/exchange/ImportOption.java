package org.triviumcrm.shared.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice made once for a whole file; its text is {@code exchange.target.<target>.option.<key>}.
 *
 * @param fallback the value chosen until the user chooses another
 * @param url typed search for a record of which there are too many to list; null where there are choices
 */
public record ImportOption(
        String key,
        List<Choice> choices,
        String fallback,
        @Nullable String url) {

    public ImportOption(String key, List<Choice> choices, String fallback) {
        this(key, choices, fallback, null);
    }

    /** A record for all rows that name none in the field of the same key; chosen for each file anew. */
    public static ImportOption found(String key, String url) {
        return new ImportOption(key, List.of(), "", url);
    }

    public boolean isFound() {
        return url != null;
    }

    /**
     * @param label a name from the data
     * @param messageKey the text when there is no label
     */
    public record Choice(
            String value, @Nullable String label, @Nullable String messageKey) {

        public static Choice named(String value, String label) {
            return new Choice(value, label, null);
        }

        public static Choice message(String value, String messageKey) {
            return new Choice(value, null, messageKey);
        }
    }
}
