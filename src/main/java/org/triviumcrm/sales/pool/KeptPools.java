package org.triviumcrm.sales.pool;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldWork;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The pools that a person keeps: what is in them goes along to who keeps them next. */
@Component
class KeptPools implements HeldWork {

    private static final int CHANGED = 1;

    private final KeeperRepository keepers;
    private final RecordWriter records;
    private final Clock clock;

    KeptPools(KeeperRepository keepers, RecordWriter records, Clock clock) {
        this.keepers = keepers;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "pool";
    }

    @Override
    public String label() {
        return "sales.pool.kept";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String permission() {
        return "sales.pool.manage";
    }

    @Override
    public List<HeldLine> held(Viewer viewer, long personId) {
        return keepers.of(personId);
    }

    @Override
    public Map<Long, Long> handOver(Viewer viewer, long personId, List<Long> receivers) {
        Map<Long, Long> given = keepers.spread(personId, receivers, clock.instant());
        note(viewer, given.keySet());
        return given;
    }

    @Override
    public void takeBack(Viewer viewer, long personId, Map<Long, Long> given) {
        note(viewer, keepers.takeBack(personId, given, clock.instant()).keySet());
    }

    /** What is in pools goes to who keeps them now, with a line in the history. */
    void pass(Viewer viewer, Collection<Long> poolIds) {
        Instant now = clock.instant();
        List<Long> gone = keepers.pass(poolIds, now);
        if (!gone.isEmpty()) {
            long revision = records.revision(now, viewer.personId(), "sales.pool.history.keeper");
            records.history("opportunity", gone, CHANGED, revision);
        }
    }

    private void note(Viewer viewer, Collection<Long> poolIds) {
        if (!poolIds.isEmpty()) {
            long revision = records.revision(clock.instant(), viewer.personId(), "identity.history.handover");
            records.history("opportunity_pool", poolIds, CHANGED, revision);
            pass(viewer, poolIds);
        }
    }
}
