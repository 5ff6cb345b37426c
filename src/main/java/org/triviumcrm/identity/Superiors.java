package org.triviumcrm.identity;

import java.util.List;

/**
 * Who stands above whom, as the tree of teams says, for other modules. Only people who are active: where a manager has
 * left, whoever is in charge further up takes the place.
 */
public interface Superiors {

    /**
     * The superiors of a person, the nearest first: who is in charge of the person's team, of the team above it, and so on.
     * Nobody is the own superior, and nobody stands in it twice; empty for somebody outside the tree.
     */
    List<PersonRef> above(long personId);

    /** Who is in charge of a team, then of the teams above it; nobody twice. */
    List<PersonRef> inCharge(long teamId);
}
