package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What was logged about a record that is deleted: it goes to the customer's timeline, and no link leads to nothing. */
@CommittingTest
class DeletedRecordsTests {

    private static final String CUSTOMER = "customer:900001";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    private Viewer administrator;

    @BeforeEach
    void records() {
        administrator = accounts.administrator();
        insert("customer", "name", "'Brick Works'");
        insert("contact", "name, customer_id", "'Ann Kiln', 900001");
        insert("pipeline", "name, position", "'P', 1");
        insert("stage", "pipeline_id, name, position, kind, probability", "900001, 'Begun', 1, 'OPEN', 10");
        opportunity(900001, "900001");
        opportunity(900002, "null");
    }

    @Test
    void ofAnOpportunityGoesToItsCustomer() throws Exception {
        long call = log("opportunity:900001", "CALL", "Asked for bricks");
        long task = log("opportunity:900001", "TASK", "Send samples");
        mvc.perform(get("/sales/opportunities/900001").with(signedIn(administrator)))
                .andExpect(content().string(containsString("go to the timeline of Brick Works")));

        act("/sales/opportunities/900001/deletion").andExpect(redirectedUrl("/sales/opportunities"));

        assertThat(about(call)).isEqualTo(CUSTOMER);
        assertThat(about(task)).isEqualTo(CUSTOMER);
        assertThat(database.sql("select distinct customer_id from activity")
                        .query(Long.class)
                        .list())
                .containsExactly(900001L);
        timeline(CUSTOMER, "Asked for bricks");
        for (String page : List.of("/tasks", "/")) {
            mvc.perform(get(page).with(signedIn(administrator)))
                    .andExpect(content().string(not(containsString("/sales/opportunities/900001"))));
        }
        mvc.perform(get("/tasks").with(signedIn(administrator)))
                .andExpect(content().string(containsString("/customers/900001\">Send samples")));
        assertThat(database.sql("select count(*) from activity_aud where about_type = 'customer' and revtype = 1")
                        .query(Long.class)
                        .single())
                .as("in the history")
                .isEqualTo(2);
    }

    @Test
    void ofAnOpportunityWithoutCustomerGoesWithIt() throws Exception {
        log("opportunity:900002", "NOTE", "Alone");
        log("opportunity:900001", "NOTE", "Another's");
        mvc.perform(get("/sales/opportunities/900002").with(signedIn(administrator)))
                .andExpect(content()
                        .string(containsString("with its stage history and its calls, meetings, notes and tasks?")));

        act("/sales/opportunities/900002/deletion").andExpect(redirectedUrl("/sales/opportunities"));

        assertThat(subjects()).containsExactly("Another's");
    }

    @Test
    void ofAContactGoesToItsCustomer() throws Exception {
        database.sql("update opportunity set contact_id = null").update();
        long note = log("contact:900001", "NOTE", "Prefers mail");
        mvc.perform(get("/contacts/900001").with(signedIn(administrator)))
                .andExpect(content().string(containsString("go to the timeline of Brick Works")));

        act("/contacts/900001/deletion").andExpect(redirectedUrl("/contacts"));

        assertThat(about(note)).isEqualTo(CUSTOMER);
        timeline(CUSTOMER, "Prefers mail");
    }

    @Test
    void ofACustomerGoesWithItButNotThatOfARecordThatMovedAway() throws Exception {
        log(CUSTOMER, "NOTE", "Closed down");
        log("opportunity:900001", "NOTE", "Goes on elsewhere");
        act("/customers/900001/deletion").andExpect(redirectedUrl("/customers/900001"));
        assertThat(subjects()).as("it is still used").hasSize(2);
        database.sql("update opportunity set customer_id = null").update();
        database.sql("update contact set customer_id = null").update();

        act("/customers/900001/deletion").andExpect(redirectedUrl("/customers"));

        assertThat(subjects()).containsExactly("Goes on elsewhere");
        timeline("opportunity:900001", "Goes on elsewhere");
    }

    @Test
    void isNotLoggedWhileSomebodyDeletesTheRecord() throws Exception {
        CompletableFuture<Integer> late = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            database.sql("delete from opportunity where id = 900002").update();
            new Thread(() -> {
                        try {
                            late.complete(entry("opportunity:900002", "TASK", "Too late")
                                    .andReturn()
                                    .getResponse()
                                    .getStatus());
                        } catch (Exception e) {
                            late.completeExceptionally(e);
                        }
                    })
                    .start();
            waitForALock();
        });
        assertThat(late.get(20, TimeUnit.SECONDS)).isEqualTo(404);
        assertThat(subjects()).isEmpty();
    }

    @Test
    void ofARecordThatIsHiddenByNowHasNoLink() throws Exception {
        Viewer representative = accounts.representative(accounts.team("West", null));
        database.sql("update opportunity set owner_id = :owner where id = 900002")
                .param("owner", representative.personId())
                .update();
        mvc.perform(post("/activities")
                        .param("about", "opportunity:900002")
                        .param("kind", "TASK")
                        .param("subject", "Call them")
                        .param("at", "2020-01-01T10:00")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        String link = "href=\"/sales/opportunities/900002\"";
        for (String page : List.of("/tasks", "/")) {
            mvc.perform(get(page).with(signedIn(representative)))
                    .andExpect(content().string(containsString(link)));
        }
        database.sql("update opportunity set owner_id = :owner where id = 900002")
                .param("owner", administrator.personId())
                .update();
        for (String page : List.of("/tasks", "/")) {
            mvc.perform(get(page).with(signedIn(representative)))
                    .andExpect(content().string(containsString("Call them")))
                    .andExpect(content().string(not(containsString(link))));
        }
    }

    private void waitForALock() {
        for (int i = 0; i < 200; i++) {
            long waiting = database.sql(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                    .query(Long.class)
                    .single();
            if (waiting > 0) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Nobody waits for the record");
    }

    private long log(String about, String kind, String subject) throws Exception {
        entry(about, kind, subject).andExpect(status().is3xxRedirection());
        return database.sql("select max(id) from activity").query(Long.class).single();
    }

    private ResultActions entry(String about, String kind, String subject) throws Exception {
        return mvc.perform(post("/activities")
                .param("about", about)
                .param("kind", kind)
                .param("subject", subject)
                .with(signedIn(administrator))
                .with(csrf()));
    }

    private ResultActions act(String address) throws Exception {
        return mvc.perform(post(address).with(signedIn(administrator)).with(csrf()));
    }

    private void timeline(String about, String subject) throws Exception {
        mvc.perform(get("/activities").param("about", about).with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(subject)));
    }

    private String about(long id) {
        return database.sql("select about_type || ':' || about_id from activity where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<String> subjects() {
        return database.sql("select subject from activity order by id")
                .query(String.class)
                .list();
    }

    private void opportunity(long id, String customer) {
        insert(
                "opportunity",
                id,
                "name, customer_id, pipeline_id, stage_id, state, amount, currency, base_amount, probability, opened_on,"
                        + " stage_entered_at, owner_id",
                "'Kiln', %s, 900001, 900001, 'OPEN', 10, 'USD', 10, 10, current_date, now(), %d"
                        .formatted(customer, administrator.personId()));
    }

    private void insert(String table, String columns, String values) {
        insert(table, 900001, columns, values);
    }

    private void insert(String table, long id, String columns, String values) {
        database.sql("insert into %s (id, created_at, updated_at, %s) values (%d, now(), now(), %s)"
                        .formatted(table, columns, id, values))
                .update();
    }
}
