package org.triviumcrm.identity.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the list of people. */
record PersonPage(
        List<Row> rows, @Nullable String previous, @Nullable String next, long count) {

    /**
     * A person in the list.
     *
     * @param roles ids of the roles
     * @param lastSeen the last sign-in
     */
    record Row(
            long id,
            String name,
            String signInName,
            @Nullable String email,
            @Nullable String team,
            List<Long> roles,
            boolean active,
            boolean hasPassword,
            @Nullable Instant lastSeen) {}
}
