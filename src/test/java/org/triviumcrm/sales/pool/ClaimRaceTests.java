package org.triviumcrm.sales.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Of two who claim at the same instant, exactly one gets it; and nobody gets more by claiming twice at once. */
@CommittingTest
class ClaimRaceTests {

    private static final int ROUNDS = 15;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PoolService pools;

    @Autowired
    ClaimService claims;

    @Autowired
    TransactionTemplate transactions;

    private PoolSample sample;

    @BeforeEach
    void company() {
        sample = new PoolSample(database, accounts, events, pools, () -> {});
        sample.found("UTC");
    }

    @Test
    void oneOfTwoGetsIt() throws Exception {
        long pool = sample.pool(sample.rules());
        for (int round = 0; round < ROUNDS; round++) {
            long deal = pooled(pool);
            List<List<TakenRow>> results = together(
                    () -> claims.claim(sample.ann, List.of(deal)), () -> claims.claim(sample.bob, List.of(deal)));
            assertThat(results.stream().flatMap(List::stream).filter(TakenRow::isTaken))
                    .hasSize(1);
            Viewer winner = results.get(0).get(0).isTaken() ? sample.ann : sample.bob;
            assertThat(sample.read("select state || ' ' || owner_id from opportunity where id = ?", deal))
                    .isEqualTo("OPEN " + winner.personId());
            assertThat(sample.count("select count(*) from pool_move where opportunity_id = ?", deal))
                    .isEqualTo(1);
        }
    }

    @Test
    void theLimitHoldsForTwoClaimsAtOnce() throws Exception {
        long pool = sample.pool(PoolSample.limited(sample.rules(), 1, null, 0));
        for (int round = 0; round < ROUNDS; round++) {
            long one = pooled(pool);
            long other = pooled(pool);
            List<List<TakenRow>> results = together(
                    () -> claims.claim(sample.ann, List.of(one)), () -> claims.claim(sample.ann, List.of(other)));
            assertThat(results.stream().flatMap(List::stream).filter(TakenRow::isTaken))
                    .hasSize(1);
            sample.run(
                    "update opportunity set owner_id = ?, updated_at = now() where owner_id = ?",
                    sample.stranger.personId(),
                    sample.ann.personId());
        }
    }

    private long pooled(long pool) {
        return transactions.execute(status -> sample.pooled("Deal", pool));
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> each : List.of(one, other)) {
                futures.add(people.submit(() -> {
                    barrier.await();
                    return each.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            people.shutdown();
        }
    }
}
