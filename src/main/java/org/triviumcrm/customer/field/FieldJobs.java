package org.triviumcrm.customer.field;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.job.BackgroundTask;

/** Hands the indexes of custom fields to the background. */
@Component
class FieldJobs {

    private static final BackgroundTask TASK = new BackgroundTask("customer-field-indexes");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    FieldJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes effect with the caller's transaction. */
    void start(long fieldId) {
        TASK.start(scheduler.getObject(), fieldId, clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Long> fieldIndexTask(ObjectProvider<FieldIndexRepository> indexes) {
            return TASK.definition(
                    id -> indexes.getObject().bring(id),
                    id -> indexes.getObject().fail(id));
        }
    }
}
