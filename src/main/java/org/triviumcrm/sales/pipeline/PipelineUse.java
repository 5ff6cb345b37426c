package org.triviumcrm.sales.pipeline;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Viewer;

/**
 * Who works in a pipeline, and where new opportunities begin.
 *
 * @param open how many open opportunities in it the viewer sees
 * @param teamIds the teams it is for; everybody when empty
 * @param below whether the teams below those work in it, too
 * @param defaultTeamIds the teams whose usual pipeline it is
 */
record PipelineUse(long id, String name, long open, Set<Long> teamIds, boolean below, Set<Long> defaultTeamIds) {

    boolean isEverybodys() {
        return teamIds.isEmpty();
    }

    /** Whether a viewer works in it, or looks after a team that does. */
    boolean isFor(Viewer viewer, Map<Long, TeamRef> tree) {
        Scope scope = viewer.scope("opportunity").base();
        if (isEverybodys() || viewer.can("sales.pipeline.manage") || scope instanceof Scope.Everything) {
            return true;
        }
        Set<Long> teams = new HashSet<>(scope instanceof Scope.Teams several ? several.teamIds() : List.of());
        if (viewer.teamId() != null) {
            teams.add(viewer.teamId());
        }
        return teams.stream().anyMatch(team -> reaches(team, tree));
    }

    /** The usual one of the viewer's team, else of the nearest team above that has one; 0 for none. */
    static long preferred(Viewer viewer, List<PipelineUse> mine, Map<Long, TeamRef> tree) {
        return up(viewer.teamId(), tree).stream()
                .flatMap(
                        team -> mine.stream().filter(use -> use.defaultTeamIds().contains(team)))
                .map(PipelineUse::id)
                .findFirst()
                .orElse(0L);
    }

    private boolean reaches(long team, Map<Long, TeamRef> tree) {
        return below ? up(team, tree).stream().anyMatch(teamIds::contains) : teamIds.contains(team);
    }

    /** The team and those above it, from below; ends at a circle. */
    private static Collection<Long> up(@Nullable Long team, Map<Long, TeamRef> tree) {
        Set<Long> path = new LinkedHashSet<>();
        for (TeamRef at = team == null ? null : tree.get(team);
                at != null && path.add(at.id());
                at = at.parentId() == null ? null : tree.get(at.parentId())) {}
        return path;
    }
}
