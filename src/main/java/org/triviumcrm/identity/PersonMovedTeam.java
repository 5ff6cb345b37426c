package org.triviumcrm.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person changed teams; either may be none. Published inside the transaction of the change, so that a listener can
 * take the person's open work along.
 *
 * @param viewer whoever moved the person
 */
public record PersonMovedTeam(
        Viewer viewer,
        long personId,
        @Nullable Long fromTeamId,
        @Nullable Long toTeamId) {}
