package org.triviumcrm.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.testing.CommittingTest;

/** Two people send the first-run page at the same moment. */
@CommittingTest
class TwoFirstRunsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void onlyOneOfThemBecomesTheAdministrator() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = both.invokeAll(List.of(firstRun(start, "ann"), firstRun(start, "bob")));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(303, 404);
            }
        } finally {
            both.shutdown();
        }

        assertThat(count("person")).isOne();
        assertThat(count("company")).isOne();
    }

    private Callable<Integer> firstRun(CyclicBarrier start, String signInName) {
        return () -> {
            start.await();
            return mvc.perform(post("/setup")
                            .with(csrf())
                            .param("company", "Harbour and Vale")
                            .param("currency", "GBP")
                            .param("language", "en")
                            .param("timeZone", "Europe/London")
                            .param("name", signInName)
                            .param("signInName", signInName)
                            .param("password", "first light at sea")
                            .param("demo", "false"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        };
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
