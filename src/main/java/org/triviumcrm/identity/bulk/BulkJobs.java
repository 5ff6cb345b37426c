package org.triviumcrm.identity.bulk;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.job.BackgroundTask;

/** Hands long runs to the background. */
@Component
class BulkJobs {

    private static final BackgroundTask TASK = new BackgroundTask("identity-bulk");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    BulkJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes effect with the caller's transaction. */
    void start(long runId) {
        TASK.start(scheduler.getObject(), runId, clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Long> bulkTask(ObjectProvider<BulkRunner> runner) {
            return TASK.definition(
                    id -> runner.getObject().run(id), id -> runner.getObject().fail(id));
        }
    }
}
