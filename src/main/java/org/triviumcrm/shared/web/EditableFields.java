package org.triviumcrm.shared.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of a record's form may be edited one at a time, and the components of the input record behind each: an
 * amount goes with its currency.
 */
public final class EditableFields {

    private final Map<String, List<String>> components;

    private EditableFields(Map<String, List<String>> components) {
        this.components = components;
    }

    /** Fields that are one component each, named alike. */
    public static EditableFields of(String... fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String field : fields) {
            all.put(field, List.of(field));
        }
        return new EditableFields(all);
    }

    /** The same and one more that is edited together with another, such as an amount with its currency. */
    public EditableFields with(String field, String other) {
        Map<String, List<String>> all = new LinkedHashMap<>(components);
        all.put(field, List.of(field, other));
        return new EditableFields(all);
    }

    /**
     * The same and entries of a component that is a map: the field {@code custom-size} is {@code custom[size]}.
     *
     * @param beside ends the key of an entry that is edited together with the one before it, as a currency with its amount
     */
    public EditableFields withEntries(String component, Collection<String> keys, String beside) {
        Map<String, List<String>> all = new LinkedHashMap<>(components);
        for (String key : keys) {
            String entry = component + "[" + key;
            all.put(component + "-" + key, List.of(entry + "]", entry + beside + "]"));
        }
        return new EditableFields(all);
    }

    /** @throws NotFound for a field that is not edited in place */
    List<String> components(String field) {
        List<String> found = components.get(field);
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }
}
