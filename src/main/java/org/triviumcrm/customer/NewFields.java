package org.triviumcrm.customer;

import java.util.List;
import org.triviumcrm.identity.Viewer;

/** Adds custom fields for who comes upon something that no field has yet, such as a column of a file. */
public interface NewFields {

    /**
     * @param name at most 100 characters
     * @param kind not {@link FieldKind#RECORD}, which would have to say what it leads to
     */
    record Wish(String name, FieldKind kind) {}

    boolean mayAdd(Viewer viewer);

    /** How many more such records could have; 0 when they have none. */
    int room(Viewer viewer, String noun);

    /**
     * Adds them behind those that are there. What can be chosen in one is whatever files will say.
     *
     * @return the key of the column of each in lists and files, in the same order
     * @throws IllegalArgumentException when there is no {@link #room} for all of them
     */
    List<String> add(Viewer viewer, String noun, List<Wish> wishes);
}
