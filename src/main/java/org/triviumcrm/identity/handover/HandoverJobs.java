package org.triviumcrm.identity.handover;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.job.BackgroundTask;

/** Hands hand-overs to the background. */
@Component
class HandoverJobs {

    private static final BackgroundTask TASK = new BackgroundTask("identity-handover");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    HandoverJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes effect with the caller's transaction. */
    void start(long handoverId) {
        TASK.start(scheduler.getObject(), handoverId, clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Long> handoverTask(ObjectProvider<HandoverRunner> runner) {
            return TASK.definition(
                    id -> runner.getObject().run(id), id -> runner.getObject().fail(id));
        }
    }
}
