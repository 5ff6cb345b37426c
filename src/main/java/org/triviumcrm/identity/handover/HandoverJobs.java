package org.triviumcrm.identity.handover;

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

/** Hands hand-overs to the background; any node takes them, and another one when that dies. */
@Component
class HandoverJobs {

    private static final TaskDescriptor<Long> TASK = TaskDescriptor.of("identity-handover", Long.class);
    private static final int ATTEMPTS = 5;

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    HandoverJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes effect with the caller's transaction. */
    void start(long handoverId) {
        Scheduler jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(TASK.instance(handoverId + "-" + UUID.randomUUID())
                .data(handoverId)
                .scheduledTo(clock.instant()));
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
        Task<Long> handoverTask(ObjectProvider<HandoverRunner> runner) {
            FailureHandler<Long> again = (complete, operations) -> {
                if (complete.getExecution().consecutiveFailures + 1 >= ATTEMPTS) {
                    runner.getObject()
                            .fail((Long) complete.getExecution().taskInstance.getData());
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
