package org.triviumcrm.identity.team;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.CanManageTeams;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What administrators do with the team tree. */
@Service
@Transactional
class TeamService {

    private final TeamRepository teams;
    private final TeamTreeRepository tree;
    private final Clock clock;

    TeamService(TeamRepository teams, TeamTreeRepository tree, Clock clock) {
        this.teams = teams;
        this.tree = tree;
        this.clock = clock;
    }

    @CanManageTeams
    @Transactional(readOnly = true)
    public List<TeamRow> rows(Viewer viewer) {
        return tree.rows();
    }

    @CanManageTeams
    @Transactional(readOnly = true)
    public EditTeam blank(Viewer viewer, @Nullable Long parentId) {
        return new EditTeam("", parentId, null, null);
    }

    @CanManageTeams
    @Transactional(readOnly = true)
    public EditTeam find(Viewer viewer, long id) {
        return teams.findById(id).map(EditTeam::of).orElseThrow(NotFound::new);
    }

    /** Where a team may hang: anywhere but below itself. */
    @CanManageTeams
    @Transactional(readOnly = true)
    public List<TeamRef> parents(Viewer viewer, @Nullable Long id) {
        List<TeamRef> all = tree.tree();
        if (id == null) {
            return all;
        }
        Set<Long> below = tree.andBelow(id);
        return all.stream().filter(team -> !below.contains(team.id())).toList();
    }

    @CanManageTeams
    public long create(Viewer viewer, EditTeam input) {
        checkName(input, 0);
        Team team = new Team(input.name(), input.parentId(), clock);
        team.putInCharge(input.managerId(), clock);
        return teams.saveAndFlush(team).getId();
    }

    @CanManageTeams
    public void edit(Viewer viewer, long id, EditTeam input) {
        tree.lock();
        Team team = teams.findById(id).orElseThrow(NotFound::new);
        EditConflict.refuseStale(Team.class, id, input.version(), team.getVersion());
        checkName(input, id);
        if (input.parentId() != null && tree.andBelow(id).contains(input.parentId())) {
            throw new TeamRefusal("parentId", "identity.error.team.cycle");
        }
        team.rename(input.name(), clock);
        team.hangBelow(input.parentId(), clock);
        team.putInCharge(input.managerId(), clock);
        teams.flush();
    }

    /** Only a team that nothing belongs to any more. */
    @CanManageTeams
    public void remove(Viewer viewer, long id) {
        Team team = teams.findById(id).orElseThrow(NotFound::new);
        try {
            teams.delete(team);
            teams.flush();
        } catch (DataIntegrityViolationException inUse) {
            throw new TeamRefusal(null, "identity.error.team.used");
        }
    }

    private void checkName(EditTeam input, long id) {
        boolean taken = tree.findByName(input.name(), input.parentId())
                .filter(other -> other.id() != id)
                .isPresent();
        if (taken) {
            throw new TeamRefusal("name", "identity.error.team.taken");
        }
    }
}
