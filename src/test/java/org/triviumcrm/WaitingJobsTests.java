package org.triviumcrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.testing.TestDatabase;

/**
 * Jobs that wait behind long ones, by the settings of the application. Only a job that runs says that it is alive: one that were
 * taken before its turn would be thought dead while it waits, be given out again, and run twice.
 */
class WaitingJobsTests {

    private static final int JOBS = 8;

    /** After four beats of 0.2 seconds without a sign a job is thought dead; each takes longer than that. */
    private static final String BEAT = "200ms";

    private static final long TAKES = 1500;

    private static final Queue<String> RAN = new ConcurrentLinkedQueue<>();

    @Test
    void eachRunsOnce() throws InterruptedException {
        JdbcClient jdbc = TestDatabase.client("waiting_jobs");
        jdbc.sql("drop table if exists scheduled_tasks").update();
        jdbc.sql("""
                        create table scheduled_tasks (task_name text not null, task_instance text not null,
                            task_data bytea, execution_time timestamptz not null, picked boolean not null, picked_by text,
                            last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                            last_heartbeat timestamptz, version bigint not null, priority smallint,
                            primary key (task_name, task_instance))
                        """).update();
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .initializers(new TestDatabase.Waiting())
                .run("--db-scheduler.heartbeat-interval=" + BEAT, "--db-scheduler.polling-interval=100ms")) {
            Scheduler scheduler = node.getBean(Scheduler.class);
            Instant now = Instant.now();
            for (int job = 0; job < JOBS; job++) {
                scheduler.schedule(node.getBean(Node.class).job().instance("job-" + job), now);
            }
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (System.nanoTime() < end
                    && jdbc.sql("select count(*) from scheduled_tasks")
                                    .query(Long.class)
                                    .single()
                            > 0) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        assertThat(RAN).hasSize(JOBS).doesNotHaveDuplicates();
    }

    /** Nothing of the application but its settings of jobs. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DbSchedulerAutoConfiguration.class})
    static class Node {

        @Bean
        OneTimeTask<Void> job() {
            return Tasks.oneTime("waiting").execute((instance, context) -> {
                RAN.add(instance.getId());
                try {
                    TimeUnit.MILLISECONDS.sleep(TAKES);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }
}
