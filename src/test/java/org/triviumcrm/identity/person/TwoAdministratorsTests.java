package org.triviumcrm.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Two administrators who remove each other at the same moment: one stays, whoever was faster. */
@CommittingTest
class TwoAdministratorsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(4)
    void oneOfThemStays() throws Exception {
        Viewer one = accounts.administrator();
        Viewer other = accounts.administrator();
        long representative = jdbc.sql("select id from role where built_in = 'sales_representative'")
                .query(Long.class)
                .single();
        slowly();
        try {
            atOnce(List.of(edit(one, other, representative), edit(other, one, representative)));
        } finally {
            jdbc.sql("drop trigger slow on person_role").update();
            jdbc.sql("drop function slowly()").update();
        }
        assertThat(administrators()).isEqualTo(1);
    }

    @RepeatedTest(4)
    void oneOfThemStaysSwitchedOn() throws Exception {
        Viewer one = accounts.administrator();
        Viewer other = accounts.administrator();
        atOnce(List.of(
                post("/administration/people/" + other.personId() + "/deactivation")
                        .with(signedIn(one))
                        .with(csrf()),
                post("/administration/people/" + one.personId() + "/deactivation")
                        .with(signedIn(other))
                        .with(csrf())));
        assertThat(administrators()).isEqualTo(1);
    }

    /** Each has read who is an administrator before the other is done. */
    private void slowly() {
        jdbc.sql("create function slowly() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.3); return null; end $$")
                .update();
        jdbc.sql("create trigger slow after delete on person_role for each statement execute function slowly()")
                .update();
    }

    private MockHttpServletRequestBuilder edit(Viewer by, Viewer whom, long role) {
        String name = jdbc.sql("select sign_in_name from person where id = ?")
                .param(whom.personId())
                .query(String.class)
                .single();
        return post("/administration/people/" + whom.personId())
                .param("name", whom.name())
                .param("signInName", name)
                .param("language", "en")
                .param("roleIds", "" + role)
                .param("roles", "" + role)
                .param("version", "0")
                .with(signedIn(by))
                .with(csrf());
    }

    private void atOnce(List<MockHttpServletRequestBuilder> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Callable<Integer>> work = requests.stream()
                    .<Callable<Integer>>map(request -> () -> {
                        start.await();
                        return mvc.perform(request).andReturn().getResponse().getStatus();
                    })
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(work)) {
                assertThat(answer.get()).isNotEqualTo(500);
            }
        } finally {
            threads.shutdown();
        }
    }

    private long administrators() {
        return jdbc.sql("""
                        select count(*) from person p join person_role g on g.person_id = p.id
                        join role r on r.id = g.role_id where r.built_in = 'administrator' and p.active""").query(Long.class).single();
    }
}
