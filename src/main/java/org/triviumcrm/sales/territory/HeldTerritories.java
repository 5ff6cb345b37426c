package org.triviumcrm.sales.territory;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldWork;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The territories that a person manages: whoever takes them over sees what lies in them. */
@Component
class HeldTerritories implements HeldWork {

    private static final int CHANGED = 1;

    private final TerritoryManagerRepository managers;
    private final RecordWriter records;
    private final Clock clock;

    HeldTerritories(TerritoryManagerRepository managers, RecordWriter records, Clock clock) {
        this.managers = managers;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "territory";
    }

    @Override
    public String label() {
        return "sales.territory.managed";
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public String permission() {
        return "sales.territory.manage";
    }

    @Override
    public List<HeldLine> held(Viewer viewer, long personId) {
        return managers.of(personId);
    }

    @Override
    public Map<Long, Long> handOver(Viewer viewer, long personId, List<Long> receivers) {
        Map<Long, Long> given = managers.spread(personId, receivers, clock.instant());
        note(viewer, given.keySet());
        return given;
    }

    @Override
    public void takeBack(Viewer viewer, long personId, Map<Long, Long> given) {
        note(viewer, managers.takeBack(personId, given, clock.instant()).keySet());
    }

    private void note(Viewer viewer, Collection<Long> territories) {
        if (!territories.isEmpty()) {
            long revision = records.revision(clock.instant(), viewer.personId(), "identity.history.handover");
            records.history("territory", territories, CHANGED, revision);
        }
    }
}
