package org.triviumcrm.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
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

    private long people() {
        return jdbc.sql("select count(*) from person").query(Long.class).single();
    }
}
