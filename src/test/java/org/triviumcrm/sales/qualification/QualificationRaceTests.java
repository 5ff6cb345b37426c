package org.triviumcrm.sales.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Of two who qualify a lead at the same instant, one does; and of what fails on the way nothing is left. */
@CommittingTest
class QualificationRaceTests {

    private static final int ROUNDS = 10;

    @Autowired
    QualificationService qualifications;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    private Viewer ann;
    private Viewer bob;

    @BeforeEach
    void company() {
        transactions.executeWithoutResult(status -> {
            ann = accounts.administrator();
            bob = accounts.administrator();
            events.publishEvent(new CompanySetUp("Acme", "USD", Locale.ENGLISH, ann.zone(), false, ann));
        });
    }

    @Test
    void oneOfTwoDoes() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            long lead = lead();
            List<Boolean> done = together(() -> isDone(ann, lead), () -> isDone(bob, lead));
            assertThat(done).containsOnlyOnce(true);
            assertThat(count("customer")).isEqualTo(round);
            assertThat(count("contact")).isEqualTo(round);
            assertThat(count("lead_qualification")).isEqualTo(round);
        }
    }

    @Test
    void allOrNothing() {
        long lead = lead();
        QualifyLead input = new QualifyLead(null, "Acme", null, "Zoe", "Lamps", 424_242L, null, "USD", null);
        assertThatThrownBy(() -> qualifications.qualify(ann, lead, input)).isInstanceOf(NotFound.class);
        assertThat(count("customer") + count("contact")).isZero();
        assertThat(database.sql("select state from lead").query(String.class).single())
                .isEqualTo("NEW");
    }

    private boolean isDone(Viewer viewer, long lead) {
        try {
            qualifications.qualify(
                    viewer, lead, new QualifyLead(null, "Acme", null, "Zoe", null, null, null, null, null));
            return true;
        } catch (QualificationRefused refused) {
            assertThat(refused.key()).isEqualTo("sales.qualification.error.decided");
            return false;
        }
    }

    private long lead() {
        return database.sql("insert into lead (id, full_name, created_at, updated_at)"
                        + " values (nextval('lead_seq'), 'Zoe', now(), now()) returning id")
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<T> second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}
