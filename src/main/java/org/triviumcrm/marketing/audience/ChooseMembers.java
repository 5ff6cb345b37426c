package org.triviumcrm.marketing.audience;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in the list of people on target lists: rows that were ticked, or all that its filters find.
 *
 * @param query of the list, as its address has it
 */
record ChooseMembers(
        @Size(max = 1000, message = "{identity.bulk.error.many}")
        List<Long> ids,

        @Nullable Boolean all,
        @Size(max = 4000) @Nullable String query) {

    /** A form in which nothing is ticked sends no list, and says nothing of all. */
    @SuppressWarnings("NullAway")
    ChooseMembers {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }

    boolean isAll() {
        return Boolean.TRUE.equals(all);
    }
}
