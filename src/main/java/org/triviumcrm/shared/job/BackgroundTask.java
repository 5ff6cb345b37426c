package org.triviumcrm.shared.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Long work on something that has a number, such as an import: a job for each time it is begun, taken by any node, and by another
 * one when that dies. What fails is tried again after five seconds, five times in all.
 */
public final class BackgroundTask {

    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TaskDescriptor<Long> task;

    /** @param name among all jobs, such as {@code exchange-import}; stays as it is, jobs that wait are found by it */
    public BackgroundTask(String name) {
        this.task = TaskDescriptor.of(name, Long.class);
    }

    /** Takes effect with the caller's transaction; this node looks for the job right then, others when they next do. */
    public void start(Scheduler jobs, long id, Instant now) {
        jobs.scheduleIfNotExists(
                task.instance(id + "-" + UUID.randomUUID()).data(id).scheduledTo(now));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobs.triggerCheckForDueExecutions();
            }
        });
    }

    /**
     * The bean that tells the scheduler how it is done.
     *
     * @param run works it off; begun once more when it failed or the node died, it goes on with what is left
     * @param fail gives up after an error that repeats
     */
    public Task<Long> definition(LongConsumer run, LongConsumer fail) {
        return Tasks.oneTime(task)
                .onFailure((complete, operations) -> {
                    if (complete.getExecution().consecutiveFailures + 1 >= ATTEMPTS) {
                        fail.accept((Long) complete.getExecution().taskInstance.getData());
                        operations.stop();
                    } else {
                        operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
                    }
                })
                .onDeadExecutionRevive()
                .execute((instance, context) -> run.accept(instance.getData()));
    }
}
