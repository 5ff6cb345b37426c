package org.triviumcrm.sales.pool;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldTable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The pools that a person keeps: what is in them goes along to who keeps them next. */
@Component
class KeptPools extends HeldTable {

    private static final int CHANGED = 1;

    private final KeeperRepository keepers;
    private final RecordWriter records;
    private final Clock clock;

    KeptPools(KeeperRepository keepers, RecordWriter records, Clock clock) {
        super(keepers.held(), records, clock);
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

    /** What is in pools goes to who keeps them now, with a line in the history. */
    @Override
    protected void pass(Viewer viewer, Collection<Long> poolIds) {
        Instant now = clock.instant();
        List<Long> gone = keepers.pass(poolIds, now);
        if (!gone.isEmpty()) {
            long revision = records.revision(now, viewer.personId(), "sales.pool.history.keeper");
            records.history("opportunity", gone, CHANGED, revision);
        }
    }
}
