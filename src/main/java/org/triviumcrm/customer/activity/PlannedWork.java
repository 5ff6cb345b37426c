package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldWork;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The tasks that a person has to do, and the calls and meetings to come. */
@Component
class PlannedWork implements HeldWork {

    private static final int CHANGED = 1;

    private final PlannedWorkRepository planned;
    private final RecordWriter records;
    private final Clock clock;

    PlannedWork(PlannedWorkRepository planned, RecordWriter records, Clock clock) {
        this.planned = planned;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "task";
    }

    @Override
    public String label() {
        return "customer.activity.planned";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String permission() {
        return "identity.person.manage";
    }

    @Override
    public List<HeldLine> held(Viewer viewer, long personId) {
        return planned.of(personId, clock.instant());
    }

    @Override
    public Map<Long, Long> handOver(Viewer viewer, long personId, List<Long> receivers) {
        Map<Long, Long> given = planned.spread(personId, receivers, clock.instant());
        note(viewer, given);
        return given;
    }

    @Override
    public void takeBack(Viewer viewer, long personId, Map<Long, Long> given) {
        note(viewer, planned.takeBack(personId, given, clock.instant()));
    }

    private void note(Viewer viewer, Map<Long, Long> changed) {
        if (!changed.isEmpty()) {
            long revision = records.revision(clock.instant(), viewer.personId(), "identity.history.handover");
            records.history("activity", changed.keySet(), CHANGED, revision);
        }
    }
}
