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

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.Statements;

/** Opportunities of a list moved, suspended, lost, closed, archived: done where it is allowed, refused in words elsewhere. */
@IntegrationTest
@Import(Statements.Noted.class)
class DoingMuchAtOnceTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DataSource statements;

    private long team;
    private Viewer manager;
    private Viewer representative;

    @BeforeEach
    void company() {
        team = accounts.team("West", null);
        manager = accounts.manager(team);
        representative = accounts.representative(team);
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        add(1, 5, "Prospecting", "OPEN");
        add(6, 7, "Won", "WON");
    }

    @Test
    void isDoneWhereItIsAllowedAndRefusedInWordsElsewhere() throws Exception {
        mvc.perform(get("/sales/opportunities").with(signedIn(manager)))
                .andExpect(content().string(containsString("formaction=\"/lists/opportunity/bulk/suspend\"")));
        String run = run("suspend", "reason", "No budget", "until", later(30), "ids", "1", "ids", "2", "ids", "6")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(run).startsWith("/bulk-runs/");
        assertThat(ids("state = 'SUSPENDED' and suspend_reason = 'No budget'")).containsExactly(1L, 2L);
        assertThat(number("select count(*) from state_change where to_state = 'SUSPENDED' and reason = 'No budget'"
                        + " and by_person_id = " + manager.personId()))
                .isEqualTo(2);
        mvc.perform(get(run).with(signedIn(manager)))
                .andExpect(content().string(containsString("Done with 2.")))
                .andExpect(content().string(containsString("One stays as it was")))
                .andExpect(content().string(containsString("The opportunity is won. Reopen it first.")))
                .andExpect(content().string(containsString("href=\"/sales/opportunities/6\"")))
                .andExpect(content().string(containsString("href=\"" + run + "?outcome=DONE\">Done (2)</a>")))
                .andExpect(content().string(not(containsString("Take back"))));
        mvc.perform(get(run).param("outcome", "DONE").with(signedIn(manager)))
                .andExpect(content().string(containsString("href=\"/sales/opportunities/2\"")))
                .andExpect(content().string(not(containsString("href=\"/sales/opportunities/6\""))));
        mvc.perform(get(run).with(signedIn(representative))).andExpect(status().isNotFound());

        database.sql("update opportunity set state = 'OPEN', closed_on = null where id = 6")
                .update();
        entities.clear();
        send(post(run + "/retry"), manager).andExpect(redirectedUrl("/bulk-runs/" + latest()));
        assertThat(ids("state = 'SUSPENDED'")).containsExactly(1L, 2L, 6L);

        run("reactivate", "all", "true", "query", "f.state=SUSPENDED").andExpect(redirectedUrl("/sales/opportunities"));
        assertThat(ids("state = 'SUSPENDED'")).isEmpty();
    }

    @Test
    void movesAreLikeThoseOfOne() throws Exception {
        long proposal = stage("Proposal");
        run("move", "stageId", "" + proposal, "ids", "1", "ids", "2", "ids", "7");
        assertThat(ids("stage_id = " + proposal)).containsExactly(1L, 2L);
        assertThat(number("select count(*) from stage_change where to_stage_id = " + proposal + " and by_person_id = "
                        + manager.personId()))
                .isEqualTo(2);
        assertThat(number("select sum(count) from opportunity_total where stage_id = " + proposal))
                .isEqualTo(2);
        run("move", "stageId", "" + proposal, "ids", "1");
        mvc.perform(get("/bulk-runs/" + latest()).with(signedIn(manager)))
                .andExpect(content().string(containsString("It is in this stage already.")));
        run("move", "stageId", "424242", "ids", "1").andExpect(status().isNotFound());
    }

    @Test
    void aWholeLifeAtOnce() throws Exception {
        long reason = number("select min(id) from lost_reason");
        run("lose", "reasonId", "" + reason, "closedOn", "2026-03-05", "note", "Too dear", "ids", "1", "ids", "2");
        run("terminate", "reasonId", "" + reason, "note", "Given up", "ids", "3");
        assertThat(ids("state = 'LOST' and closing_note = 'Too dear'")).containsExactly(1L, 2L);
        assertThat(ids("state = 'TERMINATED'")).containsExactly(3L);
        run("archive", "ids", "1", "ids", "4");
        assertThat(ids("finish = 'ARCHIVED'")).isEmpty();
        run("close", "reason", "All said", "note", "Learned", "ids", "1", "ids", "3", "ids", "4", "ids", "6");
        assertThat(ids("finish = 'CLOSED'")).containsExactly(1L, 3L, 6L);
        run("archive", "ids", "1", "ids", "3");
        assertThat(ids("finish = 'ARCHIVED'")).containsExactly(1L, 3L);
        assertThat(number("select sum(count) from opportunity_total where state = 'LOST'"))
                .as("the archive changes no figure")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "move, stageId, '', Please choose a stage.",
        "suspend, until, soon, Please enter a date",
        "suspend, until, 2020-01-01, Please choose a day after today.",
        "lose, closedOn, never, Please enter a date",
        "lose, reasonId, '', Please choose",
        "terminate, note, '', Please",
        "close, reason, '', Please"
    })
    void whatCanNotBeReadIsSaidAndWhatWasTypedStays(String action, String field, String typed, String message)
            throws Exception {
        ResultActions answer = run(
                        action, field, typed, "lessons", "Typed lessons", "reason", "Typed reason", "ids", "1")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("name=\"ids\" value=\"1\"")));
        if (!typed.isEmpty()) {
            answer.andExpect(content().string(containsString(typed)));
        }
        if (action.equals("lose")) {
            answer.andExpect(content().string(containsString("Typed lessons")));
        }
        assertThat(ids("state = 'OPEN' and stage_id = " + stage("Prospecting"))).hasSize(5);
    }

    @Test
    void onlyThoseActionsOneMayTakeAreThere() throws Exception {
        mvc.perform(get("/sales/opportunities").with(signedIn(representative)))
                .andExpect(content().string(containsString("/lists/opportunity/bulk/suspend")))
                .andExpect(content().string(not(containsString("/lists/opportunity/bulk/transfer"))));
        Viewer reader = accounts.marketingManager();
        send(post("/lists/opportunity/bulk/archive/runs").param("ids", "1"), reader)
                .andExpect(status().isForbidden());
        send(post("/lists/opportunity/bulk/move").param("ids", "1"), reader).andExpect(status().isForbidden());
        Viewer stranger = accounts.manager(accounts.team("East", null));
        send(post("/lists/opportunity/bulk/reactivate/runs").param("ids", "1"), stranger)
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"suspend", "reactivate", "move", "lose", "transfer", "place"})
    void theNumberOfStatementsDoesNotFollowTheNumberOfRecords(String action) throws Exception {
        String state = action.equals("reactivate") ? "SUSPENDED" : "OPEN";
        add(101, 105, "Prospecting", state);
        add(106, 110, "Prospecting", state);
        add(1001, 1900, "Prospecting", state);
        statementsOf(action, 101, 105);
        long few = statementsOf(action, 106, 110);
        long many = statementsOf(action, 1001, 1900);
        assertThat(many - few)
                .as("895 more: keys come 50 at once, rows are written 100 at once")
                .isLessThan(895 / 10);
    }

    @Test
    void goIntoATerritoryAndBackToWhereEachWas() throws Exception {
        database.sql("""
                insert into territory (id, name, created_at, updated_at)
                values (1, 'North', now(), now()), (2, 'South', now(), now())""").update();
        database.sql("update opportunity set territory_id = 2 where id = 1").update();
        lock(3);
        database.sql("update opportunity set finish = 'CLOSED' where id = 6").update();
        entities.clear();
        send(post("/lists/opportunity/bulk/place").param("ids", "1"), manager)
                .andExpect(content().string(containsString("North")));
        run("place", "territoryId", "77", "ids", "1").andExpect(status().isNotFound());
        String run = run("place", "territoryId", "1", "ids", "1", "ids", "2", "ids", "3", "ids", "4", "ids", "6")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(ids("territory_id = 1 and territory_fixed")).containsExactly(1L, 2L, 4L);
        mvc.perform(get(run).with(signedIn(manager))).andExpect(content().string(containsString("Take back")));
        database.sql("update opportunity set territory_id = 2 where id = 4").update();
        entities.clear();
        send(post(run + "/undo"), manager);
        assertThat(ids("territory_id = 2 and not territory_fixed")).containsExactly(1L);
        assertThat(ids("territory_id = 2 and territory_fixed"))
                .as("somewhere else since")
                .containsExactly(4L);
        assertThat(ids("territory_id is null")).contains(2L, 3L, 6L);

        run("place", "territoryId", "", "ids", "4");
        assertThat(ids("territory_id is null")).as("by the rules").contains(4L);
    }

    private void lock(long deal) {
        database.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (1, 'Flow', 'opportunity', 'WIN', 1, now(), now())""").update();
        database.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,
                    retired_at, created_at, updated_at) values (1, 1, 1, 'RETIRED', '{}', 'none', now(), now(), now(), now())""").update();
        database.sql("""
                insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id, state,
                    facts, snapshot, action_kind, action, fingerprint, submitted_at)
                values (1, 'opportunity', :deal, 'WIN', 'Deal', '/', :person, 'RUNNING', '{}', '{"lines": []}', 'win', '{}', '', now())""")
                .param("deal", deal)
                .param("person", manager.personId())
                .update();
        database.sql("update opportunity set approval_case_id = (select max(id) from approval_case) where id = ?")
                .param(deal)
                .update();
    }

    private String territory() {
        database.sql(
                        "insert into territory (id, name, created_at, updated_at) values (1, 'North', now(), now()) on conflict do nothing")
                .update();
        return "1";
    }

    private long statementsOf(String action, int from, int to) throws Exception {
        Statements noted = (Statements) statements;
        noted.take();
        run(
                action,
                "all",
                "true",
                "query",
                "f.name=batch-" + from,
                "stageId",
                "" + stage("Proposal"),
                "reason",
                "Why",
                "until",
                later(5),
                "reasonId",
                "" + number("select min(id) from lost_reason"),
                "closedOn",
                "2026-03-05",
                "note",
                "Said",
                "ownerId",
                "" + manager.personId(),
                "territoryId",
                territory());
        long taken = noted.take().size();
        assertThat(number("select done from bulk_run where id = " + latest())).isEqualTo(to - from + 1L);
        return taken;
    }

    private ResultActions run(String action, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/lists/opportunity/bulk/" + action + "/runs");
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return send(request, manager);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Viewer by) throws Exception {
        ResultActions result = mvc.perform(request.with(signedIn(by)).with(csrf()));
        entities.flush();
        entities.clear();
        return result;
    }

    private void add(int from, int to, String stage, String state) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount,
                            probability, opened_on, stage_entered_at, state_entered_at, closed_on, suspended_until, suspend_reason,
                            owner_id, team_id, created_at, updated_at)
                        select n, 'batch-' || :from || ' deal ' || n, s.pipeline_id, s.id, :state, 10, 'USD', 10, 10, current_date, now(),
                               now(), case when :state = 'WON' then current_date end,
                               case when :state = 'SUSPENDED' then current_date + 9 end,
                               case when :state = 'SUSPENDED' then 'Why' end, :owner, :team, now(), now()
                        from generate_series(:from, :to) n, stage s where s.name = :stage""")
                .param("from", from)
                .param("to", to)
                .param("stage", stage)
                .param("state", state)
                .param("owner", representative.personId())
                .param("team", team)
                .update();
    }

    private List<Long> ids(String condition) {
        return database.sql("select id from opportunity where " + condition + " order by id")
                .query(Long.class)
                .list();
    }

    private long latest() {
        return number("select max(id) from bulk_run");
    }

    private long stage(String name) {
        return number("select id from stage where name = '" + name + "'");
    }

    private String later(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).query(Long.class).single());
    }
}
