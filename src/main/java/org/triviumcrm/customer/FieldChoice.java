package org.triviumcrm.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen in a custom field.
 *
 * @param key what is kept; stays when the choice is called something else
 * @param active whether it can still be chosen
 */
public record FieldChoice(String key, String name, @Nullable String chinese, boolean active) {

    public String name(Locale locale) {
        return chinese != null && locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : name;
    }
}
