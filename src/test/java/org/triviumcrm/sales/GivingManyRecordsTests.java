package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Many customers, contacts or opportunities given to somebody else at once, and taken back. */
@CommittingTest
class GivingManyRecordsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    PlatformTransactionManager transactions;

    private long west;
    private Viewer manager;
    private Viewer representative;
    private Viewer colleague;

    @BeforeEach
    void records() {
        west = accounts.team("West", null);
        manager = accounts.manager(west);
        representative = accounts.representative(west);
        colleague = accounts.representative(accounts.team("South", west));
        run("insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())");
        run("insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)"
                + " values (1, 1, 'Begun', 1, 'OPEN', 10, now(), now())");
        add(1, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "contact", "opportunity"})
    void thoseTickedGoAndComeBack(String type) throws Exception {
        mvc.perform(get(list(type)).with(signedIn(manager)))
                .andExpect(content().string(containsString("/lists/" + type + "/bulk/transfer\"")));
        as(manager, post("/lists/" + type + "/bulk/transfer").param("ids", "2", "1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Give to somebody else: 2 " + record(type))))
                .andExpect(content().string(containsString("Record 1")))
                .andExpect(content().string(containsString("Record 2")))
                .andExpect(content().string(not(containsString("Record 3"))));
        give(type, manager, null, "1", "2")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose a person.")))
                .andExpect(content().string(containsString("name=\"ids\" value=\"2\"")));

        give(type, manager, colleague, "1", "2", "1").andExpect(redirectedUrl(list(type)));

        assertThat(ownedBy(type, colleague)).isEqualTo(2);
        assertThat(number("select count(*) from " + type + " where team_id = " + colleague.teamId()))
                .isEqualTo(2);
        assertThat(number("select count(*) from " + type + "_aud a join revision r on r.id = a.rev where a.owner_id = "
                        + colleague.personId() + " and r.person_id = " + manager.personId()
                        + " and r.cause like 'identity.history.transfer#%'"))
                .isEqualTo(2);

        run("update " + type + " set owner_id = " + manager.personId() + " where id = 2");
        String transfer = "/bulk-runs/" + number("select max(id) from bulk_run");
        mvc.perform(get(transfer).with(signedIn(manager)))
                .andExpect(content().string(containsString("Done with 2.")))
                .andExpect(content().string(containsString("Take back")));
        as(manager, post(transfer + "/undo")).andExpect(redirectedUrl(transfer));
        assertThat(ownedBy(type, representative)).as("what was given on stays").isEqualTo(5);
        assertThat(number("select team_id from " + type + " where id = 1")).isEqualTo(west);
        mvc.perform(get(transfer).with(signedIn(manager)))
                .andExpect(content().string(containsString("One has been taken back.")))
                .andExpect(content().string(containsString("It has been given on since.")))
                .andExpect(content().string(not(containsString("/undo"))));
        mvc.perform(get("/bulk-runs").with(signedIn(manager)))
                .andExpect(content().string(containsString("href=\"" + transfer + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "contact", "opportunity"})
    void allThatTheListFindsGo(String type) throws Exception {
        mvc.perform(get(list(type))
                        .param("f.name", "record 1")
                        .param("size", "1")
                        .with(signedIn(manager)))
                .andExpect(content().string(containsString("name=\"query\"")));
        as(
                        manager,
                        post("/lists/" + type + "/bulk/transfer")
                                .param("all", "true")
                                .param("query", "f.name=Record%201"))
                .andExpect(content().string(containsString("Record 1")))
                .andExpect(content().string(not(containsString("Record 2"))));
        as(
                        manager,
                        post("/lists/" + type + "/bulk/transfer/runs")
                                .param("all", "true")
                                .param("query", "f.name=Record%201")
                                .param("ownerId", "" + colleague.personId()))
                .andExpect(redirectedUrl(list(type)));
        assertThat(ownedBy(type, colleague)).isEqualTo(1);
        as(
                        manager,
                        post("/lists/" + type + "/bulk/transfer/runs")
                                .param("all", "true")
                                .param("query", "f.createdAt=garbage")
                                .param("ownerId", "" + colleague.personId()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nothing is chosen.")));
        assertThat(ownedBy(type, colleague))
                .as("what can't be read finds nothing")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "contact", "opportunity"})
    void whoMayNotGiveIsRefusedBeforeAnythingIsChecked(String type) throws Exception {
        mvc.perform(get(list(type)).with(signedIn(representative)))
                .andExpect(content().string(not(containsString("/transfer"))));
        as(representative, post("/lists/" + type + "/bulk/transfer").param("ids", "1"))
                .andExpect(status().isForbidden());
        give(type, representative, null).andExpect(status().isForbidden());
        give(type, representative, colleague, "1").andExpect(status().isForbidden());
        give(type, manager, colleague, "1");
        String transfer = "/bulk-runs/" + number("select max(id) from bulk_run");
        for (Viewer other : new Viewer[] {representative, accounts.administrator()}) {
            mvc.perform(get(transfer).with(signedIn(other))).andExpect(status().isNotFound());
            as(other, post(transfer + "/undo")).andExpect(status().isNotFound());
        }
        assertThat(ownedBy(type, colleague)).isEqualTo(1);
    }

    @Test
    void whatIsHiddenStaysWhereItIs() throws Exception {
        Viewer stranger = accounts.representative(accounts.team("East", null));
        run("update opportunity set owner_id = %d, team_id = %d where id in (5, 6)"
                .formatted(stranger.personId(), stranger.teamId()));
        give("opportunity", manager, colleague, "1", "5").andExpect(status().isNotFound());
        give("opportunity", manager, stranger, "1").andExpect(status().isNotFound());
        assertThat(ownedBy("opportunity", representative)).as("all or none").isEqualTo(4);
        as(
                        manager,
                        post("/lists/opportunity/bulk/transfer/runs")
                                .param("all", "true")
                                .param("ownerId", "" + colleague.personId()))
                .andExpect(redirectedUrl("/sales/opportunities"));
        assertThat(ownedBy("opportunity", colleague)).isEqualTo(4);
        assertThat(ownedBy("opportunity", stranger)).isEqualTo(2);
        assertThat(number("select sum(count) from opportunity_total where owner_id = " + colleague.personId()))
                .as("the totals follow")
                .isEqualTo(4);
    }

    @Test
    void whoHadAnOpportunityStaysKnown() throws Exception {
        give("opportunity", manager, colleague, "1", "2");
        long run = number("select max(id) from bulk_run");
        as(manager, post("/sales/opportunities/1/transfer").param("ownerId", "" + manager.personId()));
        as(manager, post("/bulk-runs/" + run + "/undo"));
        assertThat(database.sql(
                                "select opportunity_id || ' ' || from_person_id || ' ' || to_person_id || ' ' || by_person_id"
                                        + " || coalesce(' ' || cause, '') from ownership_change order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 %d %d %d identity.history.transfer#%d"
                                .formatted(representative.personId(), colleague.personId(), manager.personId(), run),
                        "2 %d %d %d identity.history.transfer#%d"
                                .formatted(representative.personId(), colleague.personId(), manager.personId(), run),
                        "1 %d %d %d".formatted(colleague.personId(), manager.personId(), manager.personId()),
                        "2 %d %d %d identity.history.transfer.undo#%d"
                                .formatted(colleague.personId(), representative.personId(), manager.personId(), run));
        mvc.perform(get("/sales/opportunities/2").with(signedIn(manager)))
                .andExpect(content().string(containsString("Given to another owner")))
                .andExpect(content()
                        .string(containsString(text("select name from person where id = " + colleague.personId())
                                + " → "
                                + text("select name from person where id = " + representative.personId()))));
    }

    @Test
    void manyGoInTheBackground() throws Exception {
        add(7, 2600);
        String transfer = as(
                        manager,
                        post("/lists/opportunity/bulk/transfer/runs")
                                .param("all", "true")
                                .param("ownerId", "" + colleague.personId()))
                .andExpect(redirectedUrlPattern("/bulk-runs/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(transfer).isNotNull();
        waitFor("DONE");
        assertThat(ownedBy("opportunity", colleague)).isEqualTo(2600);
        assertThat(number("select sum(count) from opportunity_total where owner_id = " + colleague.personId()))
                .isEqualTo(2600);
        assertThat(number("select count(*) from bulk_row where outcome = 'DONE'"))
                .isEqualTo(2600);
        assertThat(number("select count(*) from opportunity_aud where owner_id = " + colleague.personId()))
                .as("each once in the history")
                .isEqualTo(2600);
        assertThat(number("select count(*) from ownership_change")).isEqualTo(2600);
        mvc.perform(get(transfer).header("HX-Request", "true").with(signedIn(manager)))
                .andExpect(content().string(containsString("Done with 2,600.")))
                .andExpect(content().string(not(containsString("hx-get"))));
        as(manager, post(transfer + "/undo"));
        waitFor("UNDONE");
        assertThat(ownedBy("opportunity", representative)).isEqualTo(2600);
    }

    @Test
    void oneThatIsHeldUpHoldsUpItsOwnThousandOnly() throws Exception {
        add(7, 2600);
        new TransactionTemplate(transactions).executeWithoutResult(held -> {
            number("select id from opportunity where id = 1 for update");
            try {
                CompletableFuture.supplyAsync(this::giveAllButAThousand).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        });
        waitFor("DONE");
        assertThat(ownedBy("opportunity", colleague)).isEqualTo(2600);
    }

    @Test
    void aJobHasTheRightsOfItsPersonOfThatMoment() throws Exception {
        add(7, 5100);
        run(
                "create function pg_temp_wait() returns trigger language plpgsql as $$ begin perform pg_sleep(0.4); return null; end $$");
        run("create trigger slow after update on contact for each statement execute function pg_temp_wait()");
        try {
            as(
                            manager,
                            post("/lists/contact/bulk/transfer/runs")
                                    .param("all", "true")
                                    .param("ownerId", "" + colleague.personId()))
                    .andExpect(status().is3xxRedirection());
            run("delete from person_role where person_id = " + manager.personId());
            waitFor("FAILED");
        } finally {
            run("drop trigger slow on contact");
            run("drop function pg_temp_wait()");
        }
        assertThat(ownedBy("contact", colleague)).isLessThan(5100);
    }

    @Test
    void whatIsNoNumberIsNoRecord() throws Exception {
        as(manager, post("/lists/customer/bulk/transfer").param("ids", "x")).andExpect(status().isOk());
        as(manager, post("/lists/customer/bulk/nothing").param("ids", "1")).andExpect(status().isForbidden());
        give("customer", manager, colleague, "x").andExpect(status().isUnprocessableContent());
        as(manager, post("/lists/nothing/bulk/transfer").param("ids", "1")).andExpect(status().isForbidden());
        mvc.perform(get("/bulk-runs/1").with(signedIn(manager))).andExpect(status().isNotFound());
    }

    @Test
    void onlyThoseOneMayChooseAreOffered() throws Exception {
        String name = text("select name from person where id = " + colleague.personId());
        mvc.perform(get("/lists/opportunity/owners").param("q", name).with(signedIn(manager)))
                .andExpect(content().string(containsString("\"" + name + "\"")));
        Viewer stranger = accounts.representative(accounts.team("East", null));
        String hidden = text("select name from person where id = " + stranger.personId());
        mvc.perform(get("/lists/opportunity/owners").param("q", hidden).with(signedIn(manager)))
                .andExpect(content().string(matchesPattern("\\[]")));
        mvc.perform(get("/lists/opportunity/owners").with(signedIn(representative)))
                .andExpect(status().isForbidden());
    }

    private boolean giveAllButAThousand() {
        try {
            as(
                    manager,
                    post("/lists/opportunity/bulk/transfer/runs")
                            .param("all", "true")
                            .param("ownerId", "" + colleague.personId()));
            waitFor("select done || state from bulk_run", "1600RUNNING");
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void waitFor(String state) throws InterruptedException {
        waitFor("select state from bulk_run", state);
    }

    private void waitFor(String query, String answer) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < end; ) {
            if (text(query).equals(answer)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Still " + text(query));
    }

    private ResultActions give(String type, Viewer by, Viewer to, String... ids) throws Exception {
        MockHttpServletRequestBuilder request = post("/lists/" + type + "/bulk/transfer/runs");
        if (ids.length > 0) {
            request.param("ids", ids);
        }
        return as(by, to == null ? request : request.param("ownerId", "" + to.personId()));
    }

    private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedIn(viewer)).with(csrf()));
    }

    private static String record(String type) {
        return type.equals("opportunity") ? "opportunities" : type + "s";
    }

    private static String list(String type) {
        return (type.equals("opportunity") ? "/sales/" : "/") + record(type);
    }

    private long ownedBy(String type, Viewer owner) {
        return number("select count(*) from " + type + " where owner_id = " + owner.personId());
    }

    /** Of each kind the records from one number to another, the representative's. */
    private void add(int from, int to) {
        String rows = " n, 'Record ' || n, %d, %d, now(), now() from generate_series(%d, %d) n"
                .formatted(representative.personId(), west, from, to);
        for (String table : new String[] {"customer", "contact"}) {
            run("insert into " + table + " (id, name, owner_id, team_id, created_at, updated_at) select" + rows);
        }
        run(
                "insert into opportunity (pipeline_id, stage_id, state, amount, currency, base_amount, probability, opened_on,"
                        + " stage_entered_at, id, name, owner_id, team_id, created_at, updated_at)"
                        + " select 1, 1, 'OPEN', 10, 'USD', 10, 10, current_date, now()," + rows);
    }

    private void run(String sql) {
        database.sql(sql).update();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
