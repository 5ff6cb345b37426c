package org.triviumcrm.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Held work that is the rows of one table, each with somebody in charge; the table's history says who got them. */
public abstract class HeldTable implements HeldWork {

    private static final int CHANGED = 1;

    private final HeldRows rows;
    private final RecordWriter records;
    private final Clock clock;

    protected HeldTable(HeldRows rows, RecordWriter records, Clock clock) {
        this.rows = rows;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public final Map<Long, Long> handOver(Viewer viewer, long personId, List<Long> receivers) {
        Map<Long, Long> given = rows.spread(personId, receivers, clock.instant());
        note(viewer, given.keySet());
        return given;
    }

    @Override
    public final void takeBack(Viewer viewer, long personId, Map<Long, Long> given) {
        note(viewer, rows.takeBack(personId, given, clock.instant()).keySet());
    }

    private void note(Viewer viewer, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            long revision = records.revision(clock.instant(), viewer.personId(), "identity.history.handover");
            records.history(rows.table(), ids, CHANGED, revision);
            pass(viewer, ids);
        }
    }

    /** Passes on what goes along with rows that somebody else is in charge of now; at least one. */
    protected void pass(Viewer viewer, Collection<Long> ids) {}
}
