package org.triviumcrm.sales.outlook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.TeamRef;

/** The teams of a viewer, from one of them down: which stand right below it, and which are theirs. */
public final class OutlookTree {

    private final List<TeamRef> reach;
    private final @Nullable TeamRef at;
    private final boolean narrowed;

    /**
     * @param tree all teams, each below its parent
     * @param reaches whether a team is the viewer's to see
     * @param chosen null for all of them: then those below the only one at the top are shown, if there is only one
     */
    public OutlookTree(List<TeamRef> tree, LongPredicate reaches, @Nullable Long chosen) {
        narrowed = chosen != null;
        reach = tree.stream().filter(team -> reaches.test(team.id())).toList();
        List<TeamRef> top = tops();
        at = chosen == null
                ? (top.size() == 1 ? top.get(0) : null)
                : reach.stream()
                        .filter(team -> chosen.equals(team.id()))
                        .findFirst()
                        .orElse(null);
    }

    public List<TeamRef> reach() {
        return reach;
    }

    /** The team looked at; null for all in reach. */
    public @Nullable TeamRef chosen() {
        return narrowed ? at : null;
    }

    /** Those right below the team looked at. */
    public List<TeamRef> below() {
        return at == null
                ? tops()
                : reach.stream()
                        .filter(team -> Objects.equals(team.parentId(), at.id()))
                        .toList();
    }

    private List<TeamRef> tops() {
        Set<Long> known = reach.stream().map(TeamRef::id).collect(Collectors.toSet());
        return reach.stream()
                .filter(team -> team.parentId() == null || !known.contains(team.parentId()))
                .toList();
    }

    /** A team and all below it. */
    public List<Long> andBelow(long team) {
        Map<Long, Long> parents = new HashMap<>();
        reach.forEach(one -> parents.put(one.id(), one.parentId() == null ? 0L : one.parentId()));
        Collection<Long> found = new LinkedHashSet<>(List.of(team));
        List<Long> open = new ArrayList<>(List.of(team));
        while (!open.isEmpty()) {
            long next = open.remove(open.size() - 1);
            parents.forEach((id, parent) -> {
                if (parent == next && found.add(id)) {
                    open.add(id);
                }
            });
        }
        return List.copyOf(found);
    }

    /** All teams whose figures count; empty: no team narrows them. */
    public List<Long> teams() {
        return narrowed && at != null ? andBelow(at.id()) : List.of();
    }
}
