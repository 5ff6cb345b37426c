package org.triviumcrm.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The team tree, for other modules. */
public interface Teams {

    /** All teams, each below its parent, siblings by name. */
    List<TeamRef> tree();

    /** The team and all below it. */
    Set<Long> andBelow(long teamId);

    /** Names by id; ids of no team are left out. */
    Map<Long, String> names(Collection<Long> ids);

    Optional<TeamRef> find(long id);

    /** Names from the top down to the team, such as {@code West / Team Marchetti}; empty when there is no such team. */
    String path(long teamId);

    /** By name among the children of a parent (null: the top of the tree); case does not count. */
    Optional<TeamRef> findByName(String name, @Nullable Long parentId);

    /** Needs {@code identity.team.manage}. */
    TeamRef create(Viewer viewer, String name, @Nullable Long parentId);

    /** Needs {@code identity.team.manage}. */
    void putInCharge(Viewer viewer, long teamId, @Nullable Long managerId);
}
