package org.triviumcrm.identity.team;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldWork;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The teams that a person is in charge of. */
@Component
class ManagedTeams implements HeldWork {

    private static final int CHANGED = 1;

    private final ManagedTeamRepository teams;
    private final RecordWriter records;
    private final Clock clock;

    ManagedTeams(ManagedTeamRepository teams, RecordWriter records, Clock clock) {
        this.teams = teams;
        this.records = records;
        this.clock = clock;
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

    @Override
    public Map<Long, Long> handOver(Viewer viewer, long personId, List<Long> receivers) {
        Map<Long, Long> given = teams.spread(personId, receivers, clock.instant());
        note(viewer, given);
        return given;
    }

    @Override
    public void takeBack(Viewer viewer, long personId, Map<Long, Long> given) {
        note(viewer, teams.takeBack(personId, given, clock.instant()));
    }

    private void note(Viewer viewer, Map<Long, Long> changed) {
        if (!changed.isEmpty()) {
            long revision = records.revision(clock.instant(), viewer.personId(), "identity.history.handover");
            records.history("team", changed.keySet(), CHANGED, revision);
        }
    }
}
