package org.triviumcrm.marketing.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.people.PersonKind;

/** A participant as whoever stands at the door looks for them. */
record Guest(
        long id,
        String name,
        @Nullable String company,
        @Nullable String phone,
        PersonKind kind,
        ParticipantStatus status,
        @Nullable Instant attendedAt) {

    public boolean isHere() {
        return attendedAt != null;
    }
}
