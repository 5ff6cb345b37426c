package org.triviumcrm.shared.search;

import org.jspecify.annotations.Nullable;

/** A record that was found. */
public record SearchHit(long id, String name, @Nullable String note) {

    /** The name and what tells it from others of the same name. */
    public String text() {
        return note == null || note.isEmpty() ? name : name + " · " + note;
    }
}
