package org.triviumcrm.identity.team;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldTable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The teams that a person is in charge of. */
@Component
class ManagedTeams extends HeldTable {

    private final ManagedTeamRepository teams;

    ManagedTeams(ManagedTeamRepository teams, RecordWriter records, Clock clock) {
        super(teams.held(), records, clock);
        this.teams = teams;
    }

    @Override
    public String key() {
        return "team";
    }

    @Override
    public String label() {
        return "identity.handover.teams";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String permission() {
        return "identity.team.manage";
    }

    @Override
    public List<HeldLine> held(Viewer viewer, long personId) {
        return teams.of(personId);
    }
}
