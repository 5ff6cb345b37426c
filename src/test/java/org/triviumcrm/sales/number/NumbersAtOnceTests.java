package org.triviumcrm.sales.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.testing.CommittingTest;

/** Papers that are written at the same instant have numbers of their own, and what fails leaves no gap. */
@CommittingTest
class NumbersAtOnceTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final int PEOPLE = 4;
    private static final int EACH = 10;
    private static final int FAILING = 3;

    @Autowired
    PaperNumbers numbers;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void nobodyGetsTheNumberOfAnotherAndNoneIsLeftOut() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(PEOPLE);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<String> given = new ArrayList<>();
        try {
            List<Future<List<String>>> futures = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                futures.add(people.submit(() -> {
                    barrier.await();
                    return IntStream.range(0, EACH)
                            .mapToObj(paper -> number(paper % FAILING == 0))
                            .toList();
                }));
            }
            for (Future<List<String>> future : futures) {
                given.addAll(future.get());
            }
        } finally {
            people.shutdown();
        }
        List<String> kept = given.stream().filter(number -> !number.isEmpty()).toList();
        assertThat(kept)
                .hasSize(PEOPLE * (EACH - EACH / FAILING - 1))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, kept.size())
                        .mapToObj("Q-2026-%05d"::formatted)
                        .toList());
    }

    private String number(boolean fails) {
        String number = transactions.execute(status -> {
            String taken = numbers.next(NumberKind.QUOTE, DAY);
            if (fails) {
                status.setRollbackOnly();
            }
            return fails ? "" : taken;
        });
        return number == null ? "" : number;
    }
}
