package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldTable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The tasks that a person has to do, and the calls and meetings to come. */
@Component
class PlannedWork extends HeldTable {

    private final PlannedWorkRepository planned;
    private final Clock clock;

    PlannedWork(PlannedWorkRepository planned, RecordWriter records, Clock clock) {
        super(planned.held(), records, clock);
        this.planned = planned;
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
}
