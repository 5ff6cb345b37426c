package org.triviumcrm.exchange.dataimport;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.job.BackgroundTask;

/** Hands imports to the background. */
@Component
class ImportJobs {

    private static final BackgroundTask TASK = new BackgroundTask("exchange-import");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ImportJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes effect with the caller's transaction. */
    void start(long importId) {
        TASK.start(scheduler.getObject(), importId, clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Long> importTask(ObjectProvider<ImportRunner> runner) {
            return TASK.definition(
                    id -> runner.getObject().run(id), id -> runner.getObject().fail(id));
        }
    }
}
