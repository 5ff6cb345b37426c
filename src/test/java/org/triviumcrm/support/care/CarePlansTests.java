package org.triviumcrm.support.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** A plan of care is written, approved, becomes tasks of people once, and says what was done of it. */
@IntegrationTest
class CarePlansTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    SampleFlows flows;

    @Autowired
    CareService plans;

    @Autowired
    CareRun run;

    @Autowired
    DecisionService decisions;

    @Autowired
    EntityManager entities;

    @Autowired
    Clock clock;

    private Viewer manager;
    private Viewer one;
    private Viewer other;
    private LocalDate today;

    @BeforeEach
    void threeGoldCustomersOfTwoPeople() {
        company.found();
        manager = accounts.person("service_manager", null);
        one = accounts.representative(null);
        other = accounts.representative(null);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        customer(990901, "Golden", "gold", one.personId());
        customer(990902, "Gilded", "gold", other.personId());
        customer(990903, "Orphan", "gold", null);
        customer(990904, "Leaden", "lead", one.personId());
        database.sql(
                        "insert into contact (id, name, customer_id, birthday, created_at, updated_at) values (990901, 'Ann', 990901, :born, now(), now())")
                .param("born", today.plusDays(3).minusYears(30))
                .update();
    }

    @Test
    void customersOfThePlanGetTheirTasksOnceAndOnlyThey() throws Exception {
        long id = written();
        assertThat(tasks(id)).isZero();
        send(post("/support/care/" + id + "/start")).andExpect(redirectedUrl("/support/care/" + id));
        runTwice();
        assertThat(database.sql("""
                        select c.name || ' ' || l.kind || ' ' || a.subject || ' ' || w.id from care_duty d join customer c on c.id = d.customer_id
                        join care_line l on l.plan_id = d.plan_id and l.position = d.position
                        join activity a on a.id = d.activity_id join person w on w.id = a.owner_id
                        where d.plan_id = ? and l.kind <> 'VISIT' order by 1""").param(id).query(String.class).list())
                .as("who nobody looks after is looked after by who is in charge")
                .containsExactly(
                        "Gilded CALL Ring up " + other.personId(),
                        "Golden CALL Ring up " + one.personId(),
                        "Golden GREETING Best wishes: Ann " + one.personId(),
                        "Orphan CALL Ring up " + manager.personId());
        database.sql("update care_plan set reached_on = :yesterday where id = :id")
                .param("yesterday", today.minusDays(1))
                .param("id", id)
                .update();
        long before = tasks(id);
        runTwice();
        assertThat(tasks(id)).isEqualTo(before);
        mvc.perform(get("/tasks").with(signedIn(one))).andExpect(content().string(containsString("Best wishes: Ann")));
    }

    /** Contracts that run; what was never signed, has ended or begins later is no reason. */
    @Test
    void contractsAreThoughtOfWhenTheyWereSignedAndBeforeTheyEnd() throws Exception {
        contract(990911, "C-RUNS", "SIGNED", today.minusYears(2).plusDays(4), today.minusYears(2), today.plusDays(6));
        contract(990912, "C-OPEN", "SIGNED", today.minusYears(1).plusDays(4), today.minusYears(1), null);
        contract(990913, "C-DRAFT", "DRAFT", null, today.minusYears(1), today.plusDays(6));
        contract(990914, "C-OVER", "SIGNED", today.minusYears(1).plusDays(4), today.minusYears(1), today.minusDays(1));
        contract(990915, "C-LATER", "SIGNED", today.minusYears(1).plusDays(4), today.plusDays(1), today.plusDays(6));
        contract(990916, "C-LONG", "SIGNED", today.minusDays(30), today.minusDays(30), today.plusDays(200));
        send(plan().param("lines[1].kind", "CALL")
                        .param("lines[1].subject", "A year together")
                        .param("lines[1].rhythm", "CONTRACT_SIGNED")
                        .param("lines[2].kind", "VISIT")
                        .param("lines[2].subject", "Renew")
                        .param("lines[2].rhythm", "CONTRACT_END"))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        long id = database.sql("select id from care_plan where name = 'Gold'")
                .query(Long.class)
                .single();
        send(post("/support/care/" + id + "/start")).andExpect(redirectedUrl("/support/care/" + id));
        runTwice();
        assertThat(database.sql("""
                        select a.subject || ' ' || (d.due_on - :today::date) || ' ' || c.name from care_duty d join customer c on c.id = d.customer_id
                        join activity a on a.id = d.activity_id where d.plan_id = :plan and d.contract_id is not null order by 1""")
                        .param("today", today)
                        .param("plan", id)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "A year together: C-OPEN 4 Golden",
                        "A year together: C-RUNS 4 Golden",
                        "Renew: C-RUNS 6 Golden");
        mvc.perform(get("/support/care/" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString("On the last day of a contract")))
                .andExpect(content().string(containsString("Each year on the day a contract was signed")));
    }

    private void contract(
            long id,
            String number,
            String state,
            @Nullable LocalDate signed,
            LocalDate starts,
            @Nullable LocalDate ends) {
        database.sql("""
                        insert into contract (id, root_id, number, revision, name, customer_id, language, currency, gross, dated_on, starts_on, ends_on,
                            renewal, remind_days, discount_kind, discount_value, state, state_since, released_at, signed_on, base_gain, owner_id, created_at, updated_at)
                        values (:id, :id, :number, 1, 'Care', 990901, 'en', 'USD', false, :starts, :starts, :ends, 'NONE', 60, 'PERCENT', 0, :state, now(), now(),
                            :signed, case when :state = 'SIGNED' then 0 end, :owner, now(), now())""")
                .param("id", id)
                .param("number", number)
                .param("state", state)
                .param("signed", signed, java.sql.Types.DATE)
                .param("starts", starts)
                .param("ends", ends, java.sql.Types.DATE)
                .param("owner", one.personId())
                .update();
    }

    @Test
    void aPlanForMembersOfASegmentCaresForThemAndKeepsTheSegmentFromBeingDeleted() throws Exception {
        long segment = company.id("segment");
        database.sql(
                        "insert into segment_member (segment_id, customer_id, since, until) values (:s, 990901, now(), null), (:s, 990902, now(), now())")
                .param("s", segment)
                .update();
        send(plan().param("memberOf", String.valueOf(segment))).andExpect(status().is3xxRedirection());
        entities.flush();
        long id = database.sql("select id from care_plan where name = 'Gold'")
                .query(Long.class)
                .single();
        send(post("/support/care/" + id + "/start"));
        runTwice();
        assertThat(database.sql("select distinct customer_id from care_duty where plan_id = ?")
                        .param(id)
                        .query(Long.class)
                        .list())
                .containsExactly(990901L);
        mvc.perform(get("/support/care/" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString("Sample segment")));
        send(post("/customers/segments/" + segment + "/deletion"))
                .andExpect(redirectedUrl("/customers/segments/" + segment));
        assertThat(database.sql("select count(*) from segment where id = ?")
                        .param(segment)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        send(plan().param("memberOf", "123")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aCallThatIsWrittenDownTicksItOffWithWhatItHasCost() throws Exception {
        long id = written();
        plans.start(manager, id);
        runTwice();
        send(
                        one,
                        post("/activities")
                                .param("about", "customer:990901")
                                .param("kind", "CALL")
                                .param("subject", "Spoke")
                                .param("cost", "12.50"))
                .andExpect(status().is3xxRedirection());
        assertThat(count(id, one).done()).isEqualTo(1);
        assertThat(count(id, one).spent()).isEqualByComparingTo("12.50");
        assertThat(count(id, other).done()).isZero();
        long task = database.sql(
                        "select activity_id from care_duty d join care_line l on l.plan_id = d.plan_id and l.position = d.position"
                                + " where d.customer_id = 990902 and l.kind = 'CALL'")
                .query(Long.class)
                .single();
        send(other, post("/tasks/" + task + "/completion")).andExpect(status().is3xxRedirection());
        assertThat(count(id, other).done()).isEqualTo(1);
        assertThat(count(id, other).spent()).as("as planned").isEqualByComparingTo("20");
        mvc.perform(get("/support/care/" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString(one.name())))
                .andExpect(content().string(containsString("$33")));
        mvc.perform(get("/support/care/" + id + "/duties?state=DONE&person=" + one.personId())
                        .with(signedIn(manager)))
                .andExpect(content().string(containsString("Golden")))
                .andExpect(content().string(not(containsString("Gilded"))));
        mvc.perform(get("/support/customers/990901/care").with(signedIn(one)))
                .andExpect(content().string(containsString("Ring up")));
    }

    @Test
    void whatIsAgreedOnOrWasBeforeTheTaskTicksNothingOff() throws Exception {
        long id = written();
        plans.start(manager, id);
        runTwice();
        for (int days : List.of(1, -40)) {
            send(
                            one,
                            post("/activities")
                                    .param("about", "customer:990901")
                                    .param("kind", "CALL")
                                    .param("subject", "Another day")
                                    .param("at", today.plusDays(days) + "T12:00"))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(count(id, one).done()).isZero();
    }

    @Test
    void onlyWhatIsDoneOfWhatIsDueCountsAsKept() throws Exception {
        long id = written();
        plans.start(manager, id);
        runTwice();
        run("delete from care_duty where position = 2");
        run("update care_duty set due_on = due_on - 30");
        run("delete from activity where subject = 'Best wishes: Ann'");
        CareCount before = past(id, one);
        assertThat(before.due()).isEqualTo(2);
        assertThat(before.dropped()).isEqualTo(1);
        assertThat(before.overdue()).isEqualTo(1);
        assertThat(before.share()).isEqualByComparingTo("0");
        run("update activity set done_at = now() where subject = 'Ring up'");
        assertThat(past(id, one).share()).isEqualByComparingTo("50");
        assertThat(past(id, one).late()).isEqualTo(1);
        run("update care_duty set due_on = due_on + 60");
        assertThat(plans.byPerson(manager, id, today, today.plusDays(90)))
                .as("done early, with nothing due yet")
                .allSatisfy(count -> assertThat(count.share()).isNull());
    }

    /** As in production, where the guard is on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DRAFT | update care_plan set state = 'ACTIVE' where id = :id",
                "ACTIVE | update care_plan set budget = budget + 1 where id = :id",
                "ACTIVE | update care_plan set levels = 'lead' where id = :id",
                "ACTIVE | update care_plan set state = 'DRAFT' where id = :id",
                "ACTIVE | update care_line set cost = cost + 1 where plan_id = :id",
                "ACTIVE | delete from care_line where plan_id = :id"
            })
    void theDatabaseKeepsWhatWasApprovedAsWell(String state, String sql) throws Exception {
        long id = written();
        if (state.equals("ACTIVE")) {
            plans.start(manager, id);
        }
        entities.flush();
        database.sql("select set_config('trivium.passage', '', true)")
                .query(String.class)
                .single();
        assertThatThrownBy(() -> database.sql(sql).param("id", id).update())
                .isInstanceOf(UncategorizedSQLException.class)
                .hasMessageContaining("TA002");
    }

    @Test
    void aBudgetThatHasToBeApprovedIsAndUntilThenNothingChanges() throws Exception {
        Viewer boss = accounts.administrator();
        flows.active("care_plan", "start", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long id = written();
        assertThatThrownBy(() -> plans.start(manager, id)).isInstanceOf(ApprovalNeeded.class);
        send(post("/approvals/submissions")
                        .param("type", "care_plan")
                        .param("id", "" + id)
                        .param("kind", "start")
                        .param("action", "{}")
                        .param("reason", "For the coming year"))
                .andExpect(status().is3xxRedirection());
        assertThat(state(id)).isEqualTo("SUBMITTED");
        mvc.perform(get("/approvals/subjects/care_plan/" + id).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/approvals/cases/")));
        entities.clear();
        SaveCarePlan edit = SaveCarePlan.of(plans.find(manager, id));
        for (Runnable deed : List.<Runnable>of(
                () -> plans.start(manager, id),
                () -> plans.update(manager, id, edit),
                () -> plans.remove(manager, id))) {
            assertThatThrownBy(deed::run).isInstanceOf(UnderApproval.class);
        }
        decisions.decide(boss, flows.task(boss), new Decide(true, "Go"));
        entities.flush();
        entities.clear();
        assertThat(state(id)).isEqualTo("ACTIVE");
        assertThatThrownBy(() -> plans.update(manager, id, edit)).isInstanceOf(CareRefusal.class);
        runTwice();
        assertThat(tasks(id)).isPositive();
    }

    @Test
    void badInputIsSaidAtItsFieldAndKept() throws Exception {
        send(plan().param("lines[1].kind", "GREETING")
                        .param("lines[1].subject", "New Year")
                        .param("lines[1].rhythm", "YEARLY")
                        .param("lines[1].month", "2")
                        .param("lines[1].day", "30"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Enter a month and a day that exist")))
                .andExpect(content().string(containsString("New Year")));
        send(post("/support/care")
                        .param("name", "Nobody")
                        .param("startsOn", "2027-01-01")
                        .param("endsOn", "2026-01-01")
                        .param("budget", "1")
                        .param("ownerId", "" + manager.personId()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("It ends before it begins")))
                .andExpect(content().string(containsString("Choose a class, a segment or a level")))
                .andExpect(content().string(containsString("Enter at least one line")));
        send(one, plan()).andExpect(status().isForbidden());
        mvc.perform(get("/support/care").with(signedIn(one))).andExpect(status().isForbidden());
    }

    @Test
    void aPlanThatIsOverEndsByItself() throws Exception {
        long id = written();
        plans.start(manager, id);
        entities.flush();
        database.sql("update care_plan set ends_on = :until, reached_on = :until where id = :id")
                .param("until", today.minusDays(1))
                .param("id", id)
                .update();
        entities.clear();
        run.run();
        entities.flush();
        assertThat(state(id)).isEqualTo("ENDED");
    }

    private MockHttpServletRequestBuilder plan() {
        return post("/support/care")
                .param("name", "Gold")
                .param("startsOn", today.minusDays(9).toString())
                .param("endsOn", today.plusDays(6).toString())
                .param("levels", "gold")
                .param("budget", "1000")
                .param("ownerId", "" + manager.personId())
                .param("lines[0].kind", "CALL")
                .param("lines[0].subject", "Ring up")
                .param("lines[0].rhythm", "YEARLY")
                .param("lines[0].month", "" + today.plusDays(5).getMonthValue())
                .param("lines[0].day", "" + today.plusDays(5).getDayOfMonth())
                .param("lines[0].cost", "20");
    }

    private long written() throws Exception {
        send(plan().param("lines[1].kind", "GREETING")
                        .param("lines[1].subject", "Best wishes")
                        .param("lines[1].rhythm", "BIRTHDAY")
                        .param("lines[2].kind", "VISIT")
                        .param("lines[2].subject", "Go there")
                        .param("lines[2].rhythm", "EVERY")
                        .param("lines[2].months", "1"))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        return database.sql("select id from care_plan where name = 'Gold'")
                .query(Long.class)
                .single();
    }

    private CareCount count(long id, Viewer person) {
        entities.flush();
        return plans.byPerson(manager, id, today, today.plusDays(30)).stream()
                .filter(count -> Long.valueOf(person.personId()).equals(count.personId()))
                .findFirst()
                .orElseThrow();
    }

    private CareCount past(long id, Viewer person) {
        return plans.byPerson(manager, id, today.minusDays(60), today).stream()
                .filter(count -> Long.valueOf(person.personId()).equals(count.personId()))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) {
        entities.flush();
        database.sql(sql).update();
    }

    private void runTwice() {
        entities.flush();
        entities.clear();
        run.run();
        entities.flush();
        database.sql("update care_plan set reached_on = null").update();
        entities.clear();
        run.run();
        entities.flush();
    }

    private long tasks(long id) {
        return database.sql("select count(*) from care_duty where plan_id = ? and activity_id is not null")
                .param(id)
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        entities.flush();
        return database.sql("select state from care_plan where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void customer(long id, String name, String level, Long owner) {
        database.sql(
                        "insert into customer (id, name, level, owner_id, created_at, updated_at) values (:id, :name, :level, :owner, now(), now())")
                .param("id", id)
                .param("name", name)
                .param("level", level)
                .param("owner", owner, java.sql.Types.BIGINT)
                .update();
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return send(manager, request);
    }

    private ResultActions send(Viewer who, MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(csrf()).with(signedIn(who)));
    }
}
