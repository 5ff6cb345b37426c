package org.triviumcrm.approval.rule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rules ask about the people of the company, all by id. */
public interface Staff {

    /** Whether the person can still sign in. */
    boolean isActive(long personId);

    /** The active superiors of a person, the nearest first; never the person. */
    List<Long> above(long personId);

    /** Who is in charge of a team and then of those above it; only active people. */
    List<Long> inCharge(long teamId);

    /** The active people who have a role; with a team only those who belong to it or to one above it. */
    List<Long> holders(long roleId, @Nullable Long lineOfTeam);

    /** Who decides for a person who is away today; empty when the person is there. */
    Optional<Long> deputy(long personId);
}
