package org.triviumcrm.marketing.participant;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in the list of participants: rows that were ticked, or all that its filters find.
 *
 * @param query of the list, as its address has it
 * @param status what they become, where that is asked
 */
record ChooseParticipants(
        @Size(max = 1000, message = "{identity.bulk.error.many}")
        List<Long> ids,

        @Nullable Boolean all,
        @Size(max = 4000) @Nullable String query,
        @Nullable ParticipantStatus status) {

    /** A form in which nothing is ticked sends no list, and says nothing of all. */
    @SuppressWarnings("NullAway")
    ChooseParticipants {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }

    boolean isAll() {
        return Boolean.TRUE.equals(all);
    }
}
