package org.triviumcrm.shared.history;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Turns stored values (ids as text, constants) into what people read. A module adds a bean for each kind it owns. */
public interface HistoryNames {

    /** Such as {@code person}; {@link HistoryField#kind()} refers to it. */
    String kind();

    /** Names by value; a value without a name is shown as it is. */
    Map<String, String> names(Collection<String> values, Locale locale);
}
