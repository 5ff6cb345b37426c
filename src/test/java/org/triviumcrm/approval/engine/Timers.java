package org.triviumcrm.approval.engine;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.springframework.boot.test.context.TestComponent;

/** Fires the engine's timers by hand, as its executor does not run in tests. */
@TestComponent
public final class Timers {

    private final Engine engine;
    private final Clock clock;

    public Timers(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Fires what is due, each in a transaction of its own, and says how many that were. */
    public int fire() {
        ManagementService management = engine.engine().getManagementService();
        List<Job> due = management
                .createTimerJobQuery()
                .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                .list();
        for (Job timer : due) {
            management.executeJob(
                    management.moveTimerToExecutableJob(timer.getId()).getId());
        }
        return due.size();
    }
}
