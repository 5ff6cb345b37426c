package org.triviumcrm.insight.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;

/** Who stands below whom; each team comes after those above it. */
record TeamTree(List<TeamRef> teams) {

    Map<Long, String> names() {
        Map<Long, String> names = new LinkedHashMap<>();
        teams.forEach(team -> names.put(team.id(), team.name()));
        return names;
    }

    /** Each team's own id, and those of the teams above it that the viewer reaches; 0 for no team. */
    Map<Long, Collection<Long>> above(Scope reach) {
        Map<Long, Collection<Long>> above = new TreeMap<>(Map.of(0L, List.of(0L)));
        for (TeamRef team : teams) {
            List<Long> its = new ArrayList<>(List.of(team.id()));
            if (team.parentId() != null) {
                above.getOrDefault(team.parentId(), List.of()).stream()
                        .filter(id -> reach.includes(null, id))
                        .forEach(its::add);
            }
            above.put(team.id(), its);
        }
        return above;
    }

    /** A team and all below it. */
    Set<Long> below(long top) {
        Set<Long> below = new HashSet<>(Set.of(top));
        teams.stream()
                .filter(one -> one.parentId() != null && below.contains(one.parentId()))
                .forEach(one -> below.add(one.id()));
        return below;
    }
}
