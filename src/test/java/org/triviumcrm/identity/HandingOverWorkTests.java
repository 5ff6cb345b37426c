package org.triviumcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Somebody leaves: what they hold goes to others, then they are switched off; and all of it comes back. */
@CommittingTest
class HandingOverWorkTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    List<Task<?>> tasks;

    private Viewer administrator;
    private Viewer leaver;
    private Viewer manager;
    private Viewer one;
    private Viewer other;
    private long own;

    @BeforeEach
    void company() {
        long west = accounts.team("West", null);
        administrator = accounts.administrator();
        manager = accounts.manager(west);
        leaver = accounts.representative(west);
        one = accounts.representative(west);
        other = accounts.representative(accounts.team("South", west));
        run("update team set manager_id = " + manager.personId() + " where id = " + west);
        own = accounts.team("Own", west);
        run("update team set manager_id = " + leaver.personId() + " where id = " + own);
        run("insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())");
        run("insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)"
                + " values (1, 1, 'Begun', 1, 'OPEN', 10, now(), now()), (2, 1, 'Won', 2, 'WON', 100, now(), now())");
        deals(1, 5, 1, "'OPEN'", "null", "null");
        deals(6, 7, 1, "'SUSPENDED'", "null", "current_date + 9");
        deals(8, 9, 2, "'WON'", "current_date", "null");
        String row = " n, 'Record ' || n, %d, %d, now(), now() from generate_series(1, 3) n"
                .formatted(leaver.personId(), west);
        run("insert into customer (id, name, owner_id, team_id, created_at, updated_at) select" + row);
        run(
                "insert into activity (id, kind, about_type, about_id, subject, at, done_at, owner_id, created_at, updated_at) values"
                        + " (1, 'TASK', 'opportunity', 1, 'Call', now(), null, %1$d, now(), now()),"
                                .formatted(leaver.personId())
                        + " (2, 'TASK', 'opportunity', 1, 'Done', now(), now(), %1$d, now(), now()),"
                                .formatted(leaver.personId())
                        + " (3, 'MEETING', 'opportunity', 1, 'Meet', now() + interval '1 day', null, %1$d, now(), now())"
                                .formatted(leaver.personId()));
        run("insert into territory (id, name, manager_id, created_at, updated_at) values (1, 'North', %d, now(), now())"
                .formatted(leaver.personId()));
        run("update opportunity set territory_id = 1 where id in (1, 2)");
    }

    @Test
    void everythingGoesOverAndComesBack() throws Exception {
        String page = "/administration/people/" + leaver.personId() + "/handover";
        mvc.perform(get(page).with(signedIn(administrator)))
                .andExpect(content().string(containsString("P · Begun")))
                .andExpect(content().string(containsString("Suspended")))
                .andExpect(content().string(containsString(">50<")))
                .andExpect(content().string(containsString("value=\"" + manager.personId() + "\"")))
                .andExpect(content().string(containsString(">Own<")))
                .andExpect(content().string(containsString("Territories managed")))
                .andExpect(content().string(containsString(">North<")));
        send(chosen(page + "/preview"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">4</span> → <span>" + name(one))))
                .andExpect(content().string(containsString(">3</span> → <span>" + name(other))))
                .andExpect(content()
                        .string(containsString("name=\"to[opportunity]\" value=\"" + other.personId() + "\"")));
        assertThat(active()).isTrue();
        long won = number("select sum(base_amount) from opportunity_total where state = 'WON' and owner_id = "
                + leaver.personId());

        String handover = Objects.requireNonNull(
                send(chosen(page)).andReturn().getResponse().getRedirectedUrl());
        waitFor("DONE");

        assertThat(number("select count(*) from opportunity where owner_id = " + one.personId()))
                .isEqualTo(4);
        assertThat(number("select count(*) from opportunity where owner_id = " + other.personId()))
                .isEqualTo(3);
        assertThat(number("select sum(base_amount) from opportunity_total where state = 'WON' and owner_id = "
                        + leaver.personId()))
                .as("figures of the past do not move")
                .isEqualTo(won)
                .isEqualTo(20);
        assertThat(number("select count(*) from ownership_change where by_person_id = " + administrator.personId()))
                .isEqualTo(7);
        assertThat(number("select count(*) from customer where owner_id = " + manager.personId()))
                .isEqualTo(3);
        assertThat(number("select count(*) from activity where id in (1, 3) and owner_id = " + one.personId()))
                .isEqualTo(2);
        assertThat(number("select owner_id from activity where id = 2"))
                .as("what is done stays")
                .isEqualTo(leaver.personId());
        assertThat(number("select manager_id from team where id = " + own)).isEqualTo(manager.personId());
        assertThat(number("select manager_id from territory where id = 1")).isEqualTo(one.personId());
        assertThat(number("select count(*) from territory_aud where id = 1 and manager_id = " + one.personId()))
                .isEqualTo(1);
        assertThat(active()).isFalse();
        assertThat(number("select count(*) from notice where person_id = " + one.personId()))
                .as("opportunities, tasks, territories")
                .isEqualTo(3);
        mvc.perform(get(handover).with(signedIn(administrator)))
                .andExpect(content().string(containsString("is switched off")))
                .andExpect(content().string(not(containsString("every 1s"))));

        run("update opportunity set owner_id = " + manager.personId() + " where id = 1");
        run("insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)"
                + " values (4, 'CALL', 'opportunity', 2, 'Promised', now() + interval '1 day', %d, now(), now())"
                        .formatted(one.personId()));
        send(post(handover + "/undo"));
        waitFor("UNDONE");
        assertThat(active()).isTrue();
        assertThat(number("select count(*) from opportunity where owner_id = " + leaver.personId()))
                .as("what has been given on since stays")
                .isEqualTo(8);
        assertThat(number("select count(*) from activity where owner_id = " + leaver.personId()))
                .isEqualTo(3);
        assertThat(number("select owner_id from activity where id = 4"))
                .as("what somebody has promised since is theirs to keep")
                .isEqualTo(one.personId());
        assertThat(number("select manager_id from team where id = " + own)).isEqualTo(leaver.personId());
        assertThat(number("select manager_id from territory where id = 1")).isEqualTo(leaver.personId());
        assertThat(number("select count(*) from customer where owner_id = " + leaver.personId()))
                .isEqualTo(3);
    }

    @Test
    void whatNobodyTakesStays() throws Exception {
        send(post("/administration/people/" + leaver.personId() + "/handover"));
        waitFor("DONE");
        assertThat(number("select count(*) from opportunity where owner_id = " + leaver.personId()))
                .isEqualTo(9);
        assertThat(active()).isFalse();
    }

    /** It is said beforehand and afterwards, goes when the approval has ended, and comes back with the rest. */
    @Test
    void whatWaitsForAnApprovalGoesLater() throws Exception {
        lock(1, 1);
        lock(2, 2);
        String page = "/administration/people/" + leaver.personId() + "/handover";
        send(chosen(page + "/preview"))
                .andExpect(content().string(containsString("2 opportunities wait for an approval and stay")));
        String handover = Objects.requireNonNull(
                send(chosen(page)).andReturn().getResponse().getRedirectedUrl());
        waitFor("DONE");
        mvc.perform(get(handover).with(signedIn(administrator)))
                .andExpect(content().string(containsString("except for what still waits")))
                .andExpect(content().string(containsString("2 opportunities wait for an approval and stay")));
        goOn();
        assertThat(text("select state from handover")).as("nothing is free").isEqualTo("DONE");
        assertThat(number("select owner_id from opportunity where id = 1")).isEqualTo(leaver.personId());

        unlock(1);
        goOn();
        waitFor("DONE");
        assertThat(number("select owner_id from opportunity where id = 1")).isEqualTo(one.personId());
        assertThat(number("select owner_id from opportunity where id = 2")).isEqualTo(leaver.personId());
        goOn();
        assertThat(number("select count(*) from handover_share where kind = 'opportunity'"))
                .as("once")
                .isEqualTo(3);
        mvc.perform(get(handover).with(signedIn(administrator)))
                .andExpect(content().string(containsString("1 opportunity waits for an approval and stays")));

        unlock(2);
        run("update person set active = false where id = " + other.personId());
        goOn();
        assertThat(number("select owner_id from opportunity where id = 2"))
                .as("who was to get it has left")
                .isEqualTo(leaver.personId());
        send(post(handover + "/undo"));
        waitFor("UNDONE");
        assertThat(number("select owner_id from opportunity where id = 1")).isEqualTo(leaver.personId());
    }

    private void lock(long id, long caseId) {
        if (caseId == 1) {
            run("insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)"
                    + " values (1, 'F', 'opportunity', 'WIN', 1, now(), now())");
            run(
                    "insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,"
                            + " retired_at, created_at, updated_at) values (1, 1, 1, 'RETIRED', '{}', 'none', now(), now(), now(), now())");
        }
        long approval = number(
                "insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,"
                        + " facts, snapshot, action_kind, action, fingerprint, submitted_at) values (1, 'opportunity', "
                        + id
                        + ", 'WIN', 'T', '/', " + leaver.personId()
                        + ", 'RUNNING', '{}', '{}', 'win', '{}', 'x', now()) returning id");
        run("update opportunity set approval_case_id = " + approval + " where id = " + id);
    }

    /** As the end of its case does; the database lets nothing else by. */
    private void unlock(long id) {
        run("update opportunity set approval_case_id = null where id = " + id
                + " and set_config('trivium.approval_case', approval_case_id::text, true) <> ''");
    }

    private void goOn() {
        RecurringTask<?> task = (RecurringTask<?>) tasks.stream()
                .filter(one -> one.getName().equals("identity-handover-rest"))
                .findFirst()
                .orElseThrow();
        run(task);
    }

    @SuppressWarnings("NullAway") // it does not ask who runs it
    private static <T> void run(RecurringTask<T> task) {
        task.execute(new TaskInstance<>(task.getName(), RecurringTask.INSTANCE), null);
    }

    @Test
    void nobodyTakesOverFromThemselvesOrAfterLeaving() throws Exception {
        String page = "/administration/people/" + leaver.personId() + "/handover";
        send(post(page).param("to[opportunity]", "" + leaver.personId())).andExpect(status().isNotFound());
        run("update person set active = false where id = " + one.personId());
        send(post(page).param("to[opportunity]", "" + one.personId())).andExpect(status().isNotFound());
        send(post(page).param("to[opportunity]", "somebody")).andExpect(status().isUnprocessableContent());
        mvc.perform(post(page).with(signedIn(manager)).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get(page).with(signedIn(manager))).andExpect(status().isForbidden());
        send(post("/administration/people/" + administrator.personId() + "/handover"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("administrator")));
        assertThat(number("select count(*) from handover")).isZero();
        assertThat(number("select count(*) from opportunity where owner_id = " + leaver.personId()))
                .isEqualTo(9);
    }

    private MockHttpServletRequestBuilder chosen(String address) {
        return post(address)
                .param("to[opportunity]", "" + one.personId(), "" + other.personId())
                .param("to[customer]", "" + manager.personId())
                .param("to[task]", "" + one.personId())
                .param("to[team]", "" + manager.personId())
                .param("to[territory]", "" + one.personId());
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedIn(administrator)).with(csrf()));
    }

    private void waitFor(String state) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); System.nanoTime() < end; ) {
            if (text("select state from handover").equals(state)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Still " + text("select state from handover"));
    }

    private void deals(int from, int to, int stage, String state, String closedOn, String until) {
        run("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, closed_on, suspended_until, suspend_reason, amount,
                    currency, base_amount, probability, opened_on, stage_entered_at, state_entered_at, owner_id, team_id, created_at, updated_at)
                select n, 'Deal ' || n, 1, %1$d, %2$s, %3$s, %4$s, case when (%4$s)::date is not null then 'Why' end, 10, 'USD', 10, 10,
                       current_date, now(), now(), %5$d, %6$d, now(), now() from generate_series(%7$d, %8$d) n""".formatted(stage, state, closedOn, until, leaver.personId(), leaver.teamId(), from, to));
    }

    private boolean active() {
        return database.sql("select active from person where id = " + leaver.personId())
                .query(Boolean.class)
                .single();
    }

    private String name(Viewer viewer) {
        return text("select name from person where id = " + viewer.personId());
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
