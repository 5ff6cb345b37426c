package org.triviumcrm.marketing.mining;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.job.BackgroundTask;

/** Hands learning and scoring to the background. */
@Component
class MiningJobs {

    private static final BackgroundTask TASK = new BackgroundTask("marketing-mining");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    MiningJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes effect with the caller's transaction. */
    void start(long modelId) {
        TASK.start(scheduler.getObject(), modelId, clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Long> miningTask(ObjectProvider<MiningRunner> runner) {
            return TASK.definition(
                    id -> runner.getObject().run(id), id -> runner.getObject().fail(id));
        }
    }
}
