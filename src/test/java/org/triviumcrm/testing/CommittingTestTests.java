package org.triviumcrm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@CommittingTest
class CommittingTestTests {

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(2)
    void commitsAndLeavesNothingToTheNext() {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
        assertThat(people()).isZero();
        accounts.administrator();
        assertThat(people()).isOne();
    }

    @Test
    void waitsForAJobThatIsStillAtWork(@Autowired ApplicationContext context, @Autowired DataSource source)
            throws Exception {
        accounts.administrator();
        CompletableFuture<Void> job;
        try (Connection working = source.getConnection()) {
            working.setAutoCommit(false);
            working.createStatement().execute("lock table person in row exclusive mode");
            job = CompletableFuture.runAsync(() -> EmptyDatabase.empty(context));
            assertThat(job).isNotDone();
            LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
            assertThat(job).isNotDone();
            working.rollback();
            working.setAutoCommit(true);
        }
        job.get(20, TimeUnit.SECONDS);
        assertThat(people()).isZero();
    }

    private long people() {
        return jdbc.sql("select count(*) from person").query(Long.class).single();
    }
}
