package org.triviumcrm.identity.team;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.CanManageTeams;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;

/** The team tree as other modules use it. */
@Service
@Transactional
class TeamDirectory implements Teams {

    private final TeamRepository teams;
    private final TeamTreeRepository tree;
    private final Clock clock;

    TeamDirectory(TeamRepository teams, TeamTreeRepository tree, Clock clock) {
        this.teams = teams;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TeamRef> tree() {
        return tree.tree();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> andBelow(long teamId) {
        return tree.andBelow(teamId);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> ids) {
        return tree.names(ids);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TeamRef> find(long id) {
        return tree.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public String path(long teamId) {
        return tree.find(teamId).map(TeamRef::path).orElse("");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TeamRef> findByName(String name, @Nullable Long parentId) {
        return tree.findByName(name, parentId);
    }

    @Override
    @CanManageTeams
    public TeamRef create(Viewer viewer, String name, @Nullable Long parentId) {
        Team team = teams.saveAndFlush(new Team(name, parentId, clock));
        return tree.find(team.getId()).orElseThrow();
    }

    @Override
    @CanManageTeams
    public void putInCharge(Viewer viewer, long teamId, @Nullable Long managerId) {
        teams.findById(teamId).orElseThrow().putInCharge(managerId, clock);
    }
}
