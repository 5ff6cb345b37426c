package org.triviumcrm.approval.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.flowable.engine.ManagementService;
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

    /**
     * Fires what is due, the soonest first, each in a transaction of its own, and says how many that were; what failed before is
     * tried again. What is gone by then, because another one has ended its step, is left out, as the executor does.
     */
    public int fire() {
        ManagementService management = engine.engine().getManagementService();
        List<String> due = new ArrayList<>();
        management.createJobQuery().list().forEach(failed -> due.add(failed.getId()));
        management
                .createTimerJobQuery()
                .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .list()
                .forEach(timer -> due.add(timer.getId()));
        int fired = 0;
        for (String job : due) {
            if (management.createTimerJobQuery().jobId(job).count() == 1) {
                management.moveTimerToExecutableJob(job);
            }
            if (management.createJobQuery().jobId(job).count() == 1) {
                management.executeJob(job);
                fired++;
            }
        }
        return fired;
    }
}
