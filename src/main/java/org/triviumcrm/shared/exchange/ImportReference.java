package org.triviumcrm.shared.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the records that the cells of a file name, such as products by their names. */
public interface ImportReference {

    /** Such as {@code product}; its name in questions is {@code exchange.reference.<key>}. */
    String key();

    /** The records that these texts name without doubt; case and outer blanks do not count. */
    Map<String, Long> find(Collection<String> texts, ImportContext context);

    /** Records whose names resemble the text, from a wide net; the caller ranks them. */
    List<Named> similar(String text, ImportContext context);

    /** Records to choose from by hand: all when there are few, else those whose names begin with the typed text. */
    List<Named> choices(String typed, ImportContext context);

    /** Whether an unknown text may become a new record. */
    default boolean creatable() {
        return false;
    }

    /** Kinds of new records to choose from, texts {@code exchange.reference.<key>.<kind>}; empty when all are alike. */
    default List<String> kinds() {
        return List.of();
    }

    /** The kind that a new record of this name probably is. */
    default String kind(String text) {
        return "";
    }

    /** Whether unknown texts are to become new records unless the user says otherwise. */
    default boolean createsByDefault() {
        return false;
    }

    /** Makes records of these names (to their kinds) and gives what was made, in the order of the names. */
    default Map<String, ImportEffect> create(Map<String, String> kindsByName, ImportContext context) {
        throw new UnsupportedOperationException(key());
    }

    /** The table that {@link #create} fills. */
    default List<ImportTable> tables() {
        return List.of();
    }

    record Named(long id, String name) {}
}
