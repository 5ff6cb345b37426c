package org.triviumcrm.shared.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice made once for a whole file; its text is {@code exchange.target.<target>.option.<key>}.
 *
 * @param fallback the value chosen until the user chooses another
 */
public record ImportOption(String key, List<Choice> choices, String fallback) {

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
