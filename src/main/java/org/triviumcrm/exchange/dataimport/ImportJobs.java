package org.triviumcrm.exchange.dataimport;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hands imports to the background: a job an import and start, taken by any node, taken over when the node dies. */
@Component
class ImportJobs {

    private static final TaskDescriptor<Long> TASK = TaskDescriptor.of("exchange-import", Long.class);
    private static final int ATTEMPTS = 5;

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ImportJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes effect with the caller's transaction; this node looks for the job right then, others when they next do. */
    void start(long importId) {
        Scheduler jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(
                TASK.instance(importId + "-" + UUID.randomUUID()).data(importId).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobs.triggerCheckForDueExecutions();
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Long> importTask(ObjectProvider<ImportRunner> runner) {
            FailureHandler<Long> again = (complete, operations) -> {
                Long id = (Long) complete.getExecution().taskInstance.getData();
                if (complete.getExecution().consecutiveFailures + 1 >= ATTEMPTS) {
                    runner.getObject().fail(id);
                    operations.stop();
                } else {
                    operations.reschedule(complete, complete.getTimeDone().plus(Duration.ofSeconds(5)));
                }
            };
            return Tasks.oneTime(TASK)
                    .onFailure(again)
                    .onDeadExecutionRevive()
                    .execute((instance, context) -> runner.getObject().run(instance.getData()));
        }
    }
}
