package org.triviumcrm.support.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Promises about tickets as agents work on them and as time goes by: kept, broken, told once, and said why. */
@IntegrationTest
class KeepingPromisesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    Accounts accounts;

    @Autowired
    PromiseTimers timers;

    private Viewer admin;
    private Viewer agent;
    private Viewer manager;
    private long queue;

    @BeforeEach
    void people() {
        database.sql("delete from sla_policy").update();
        database.sql("delete from ticket_queue").update();
        admin = accounts.administrator();
        long team = accounts.team("Service", null);
        manager = accounts.manager(team);
        database.sql("update team set manager_id = ? where id = ?")
                .params(manager.personId(), team)
                .update();
        agent = accounts.person("service_agent", team);
        queue = queue("First line");
    }

    @Test
    void aPromiseIsMadeAsATicketIsOpenedAndKeptByAnAnswer() throws Exception {
        policy(Map.of());
        long ticket = open("NORMAL");
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE RUNNING 14400", "RESOLUTION RUNNING 28800");
        pass(Duration.ofHours(1));
        reply(ticket, "PENDING");
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE MET 14400", "RESOLUTION PAUSED 28800");
        pass(Duration.ofHours(30));
        say(ticket, "Still broken");
        assertThat(promises(ticket))
                .containsExactly("FIRST_RESPONSE MET 14400", "NEXT_RESPONSE RUNNING 7200", "RESOLUTION RUNNING 28800");
        assertThat(Duration.between(Instant.now(), due(ticket, "RESOLUTION")).toMinutes())
                .as("the pause does not count")
                .isBetween(7 * 60L - 2, 7 * 60L);
        String panel = page(agent, "/support/tickets/" + ticket + "/promises");
        assertThat(panel)
                .contains("Policy “Everybody”.", "Time is counted around the clock.", "1 h of 4 h", "Time stands still")
                .contains("waits for the customer", "Kept: it came");
        String list = page(agent, "/support/tickets?columns=number,name,dueAt,promise&f.promise=RUNNING");
        assertThat(list).contains("Printer");
    }

    @Test
    void aReplyThatIsTakenBackKeepsNothing() throws Exception {
        policy(Map.of());
        long ticket = open("NORMAL");
        reply(ticket, "SOLVED");
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE MET 14400", "RESOLUTION MET 28800");
        long message = one("select max(id) from ticket_message");
        send(agent, post("/support/tickets/" + ticket + "/messages/" + message + "/recall"));
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE RUNNING 14400", "RESOLUTION RUNNING 28800");
        reply(ticket, "OPEN");
        long second = one("select max(id) from ticket_message");
        say(ticket, "Not yet");
        send(agent, post("/support/tickets/" + ticket + "/messages/" + second + "/recall"));
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE RUNNING 14400", "RESOLUTION RUNNING 28800");
    }

    @Test
    void whoIsInChargeIsWarnedOnceAndThenToldOnce() throws Exception {
        policy(Map.of(
                "breachRaise",
                "true",
                "rows[1].priority",
                "HIGH",
                "rows[1].firstResponse",
                "2:00",
                "rows[1].aroundTheClock",
                "true"));
        long ticket = open("NORMAL");
        send(agent, post("/support/tickets/" + ticket + "/taking"));
        pass(Duration.ofMinutes(179));
        timers.work();
        assertThat(notices(agent)).isEmpty();
        pass(Duration.ofMinutes(2));
        timers.work();
        timers.work();
        assertThat(notices(agent)).containsExactly("support.sla.notice.warned.FIRST_RESPONSE");
        assertThat(notices(manager)).isEmpty();
        assertThat(standing(ticket)).isEqualTo("AT_RISK");
        pass(Duration.ofMinutes(60));
        timers.work();
        timers.work();
        assertThat(notices(agent))
                .containsExactly(
                        "support.sla.notice.warned.FIRST_RESPONSE", "support.sla.notice.broken.FIRST_RESPONSE");
        assertThat(notices(manager)).containsExactly("support.sla.notice.broken.FIRST_RESPONSE");
        assertThat(standing(ticket)).isEqualTo("BROKEN");
        assertThat(database.sql("select priority from ticket where id = ?")
                        .param(ticket)
                        .query(String.class)
                        .single())
                .isEqualTo("HIGH");
        String account = page(agent, "/support/tickets/" + ticket + "/promises");
        assertThat(account).contains("Broken: it was due", "of counted time late");
        database.sql("update person set locale = 'zh-CN' where id = ?")
                .param(agent.personId())
                .update();
        assertThat(page(agent, "/support/tickets/" + ticket + "/promises")).contains("已违反：应于", "策略“Everybody”");
    }

    @Test
    void whatIsBrokenGoesToAnotherQueueAndWhatIsNobodysIsToldToAllInTheQueue() throws Exception {
        long second = queue("Second line");
        policy(Map.of("breachQueueId", "" + second));
        long ticket = open("NORMAL");
        pass(Duration.ofHours(5));
        timers.work();
        assertThat(notices(agent)).containsExactly("support.sla.notice.broken.FIRST_RESPONSE");
        assertThat(notices(manager)).containsExactly("support.sla.notice.broken.FIRST_RESPONSE");
        assertThat(one("select queue_id from ticket where id = " + ticket)).isEqualTo(second);
        assertThat(database.sql("select kind from ticket_event where ticket_id = ? and kind = 'QUEUE'")
                        .param(ticket)
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void whatIsBrokenIsGivenToAPerson() throws Exception {
        Viewer expert = accounts.person("service_agent", null);
        policy(Map.of("breachPersonId", "" + expert.personId()));
        long ticket = open("NORMAL");
        pass(Duration.ofHours(5));
        timers.work();
        assertThat(one("select owner_id from ticket where id = " + ticket)).isEqualTo(expert.personId());
    }

    @Test
    void theFirstPolicyThatFitsAppliesAndAChangeIsCountedFromTheOpening() throws Exception {
        policy(Map.of());
        Map<String, String> urgent = new LinkedHashMap<>();
        urgent.put("name", "Urgent ones");
        urgent.put("when.conditions[0].field", "priority");
        urgent.put("when.conditions[0].comparison", "IS");
        urgent.put("when.conditions[0].value", "URGENT");
        urgent.put("rows[0].priority", "URGENT");
        urgent.put("rows[0].firstResponse", "0:30");
        policy(urgent);
        long first = one("select id from sla_policy where name = 'Urgent ones'");
        send(admin, post("/administration/promises/" + first + "/place").param("step", "-1"));
        long ticket = open("NORMAL");
        pass(Duration.ofMinutes(20));
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE RUNNING 14400", "RESOLUTION RUNNING 28800");
        send(
                        agent,
                        post("/support/tickets/" + ticket + "/fields/priority")
                                .param("priority", "URGENT")
                                .param("version", "" + version(ticket)))
                .andExpect(status().is3xxRedirection());
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE RUNNING 1800");
        assertThat(Duration.between(Instant.now(), due(ticket, "FIRST_RESPONSE"))
                        .toMinutes())
                .isBetween(8L, 10L);
        // one that changes is reckoned anew in the background, for all that are open
        Map<String, String> tighter = new LinkedHashMap<>(urgent);
        tighter.put("rows[0].firstResponse", "0:10");
        tighter.put("version", "" + one("select version from sla_policy where id = " + first));
        send(admin, post("/administration/promises/" + first), tighter).andExpect(status().is3xxRedirection());
        timers.work();
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE BROKEN 600");
        send(admin, post("/administration/promises/" + first + "/removal"));
        timers.work();
        assertThat(promises(ticket)).isEmpty();
        assertThat(page(agent, "/support/tickets/" + ticket + "/promises"))
                .contains("It promises nothing about this priority.");
    }

    @Test
    void whatTheCustomerIsWorthIsAskedAnewWithEachEvent() throws Exception {
        policy(Map.of());
        Map<String, String> best = new LinkedHashMap<>();
        best.put("name", "The best");
        best.put("when.conditions[0].field", "valueClass");
        best.put("when.conditions[0].comparison", "IS");
        best.put("when.conditions[0].value", "A");
        best.put("rows[0].priority", "NORMAL");
        best.put("rows[0].firstResponse", "0:30");
        policy(best);
        long first = one("select id from sla_policy where name = 'The best'");
        send(admin, post("/administration/promises/" + first + "/place").param("step", "-1"));
        assertThat(page(admin, "/administration/promises")).contains("Value class is Class A");
        long ticket = open("NORMAL");
        long customer = one("""
                insert into customer (id, name, created_at, updated_at)
                values (nextval('customer_seq'), 'Best Ltd', now(), now()) returning id""");
        database.sql("update ticket set customer_id = ? where id = ?")
                .params(customer, ticket)
                .update();
        database.sql("delete from customer_value").update();
        say(ticket, "Anybody there?");
        assertThat(promises(ticket)).as("nothing bought").contains("FIRST_RESPONSE RUNNING 14400");
        database.sql("""
                        insert into customer_value (customer_id, revenue, wins, last_on, value_class, recency, frequency, monetary, segment)
                        values (?, 100, 1, current_date, 'A', 5, 5, 5, 'CHAMPION')""").param(customer).update();
        assertThat(promises(ticket)).contains("FIRST_RESPONSE RUNNING 14400");
        say(ticket, "Hello?");
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE RUNNING 1800");
        assertThat(page(agent, "/support/tickets/" + ticket)).contains("<dd>Class A</dd>");
        assertThat(page(agent, "/support/tickets?columns=number,name,valueClass&f.valueClass=A"))
                .contains("/support/tickets/" + ticket + "\"");
        assertThat(page(agent, "/support/tickets?columns=number,name,valueClass&f.valueClass=B"))
                .doesNotContain("/support/tickets/" + ticket + "\"");
        assertThat(page(admin, "/administration/promises/trial?priority=NORMAL&valueClass=A"))
                .contains("“The best” applies.");
        assertThat(page(admin, "/administration/promises/trial?priority=NORMAL&valueClass=B"))
                .contains("“Everybody” applies.");
    }

    /** From the day on which it begins until its last; what is not signed promises nothing. */
    @Test
    void whetherAContractRunsIsAskedAnewWithEachEvent() throws Exception {
        policy(Map.of());
        Map<String, String> bound = new LinkedHashMap<>();
        bound.put("name", "Under contract");
        bound.put("when.conditions[0].field", "contract");
        bound.put("when.conditions[0].comparison", "IS");
        bound.put("when.conditions[0].value", "YES");
        bound.put("rows[0].priority", "NORMAL");
        bound.put("rows[0].firstResponse", "0:30");
        policy(bound);
        long first = one("select id from sla_policy where name = 'Under contract'");
        send(admin, post("/administration/promises/" + first + "/place").param("step", "-1"));
        assertThat(page(admin, "/administration/promises")).contains("Contract of the customer is one is running");
        long ticket = open("NORMAL");
        long customer = one("""
                insert into customer (id, name, created_at, updated_at)
                values (nextval('customer_seq'), 'Bound Ltd', now(), now()) returning id""");
        database.sql("update ticket set customer_id = ? where id = ?")
                .params(customer, ticket)
                .update();
        contract(990001, customer, -1);
        say(ticket, "Anybody there?");
        assertThat(promises(ticket)).as("it is over").contains("FIRST_RESPONSE RUNNING 14400");
        contract(990002, customer, 1);
        say(ticket, "Hello?");
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE RUNNING 1800");
        assertThat(page(admin, "/administration/promises/trial?priority=NORMAL&contract=YES"))
                .contains("“Under contract” applies.");
        assertThat(page(admin, "/administration/promises/trial?priority=NORMAL&contract=NO"))
                .contains("“Everybody” applies.");
    }

    /** Signed, begun ten days ago. @param last how many days after today its last day is */
    private void contract(long id, long customer, int last) {
        database.sql("""
                        insert into contract (id, root_id, number, revision, name, customer_id, language, currency, gross, dated_on, starts_on, ends_on,
                            renewal, remind_days, discount_kind, discount_value, state, state_since, released_at, signed_on, base_gain, owner_id,
                            created_at, updated_at)
                        select :id, :id, 'C-' || :id, 1, 'Bound', :customer, 'en', 'USD', false, current_date, current_date - 10, current_date + :last,
                            'NONE', 60, 'PERCENT', 0, 'SIGNED', now(), now(), current_date, 0, min(id), now(), now() from person""")
                .param("id", id)
                .param("customer", customer)
                .param("last", last)
                .update();
    }

    @Test
    void aTrialSaysWhichOneAppliesAndWhenItIsDue() throws Exception {
        policy(Map.of("rows[0].aroundTheClock", "false"));
        database.sql("update business_calendar set usual = false").update();
        database.sql("""
                insert into business_calendar (id, name, zone, monday, usual, created_at, updated_at)
                values (nextval('business_calendar_seq'), 'Mondays', 'UTC', '09:00-12:00, 13:30-18:00', true, now(), now())""").update();
        String page = page(
                admin,
                "/administration/promises/trial?priority=NORMAL&openedAt=2026-11-30T12:30&level=&type=&queue=&channel=");
        assertThat(page)
                .contains("“Everybody” applies.", "Time is counted by the hours of “Mondays”.")
                .contains("First response within 4 h: due Nov 30, 2026, 5:30", "Each further response within 2 h")
                .contains("Resolution within 8 h: due Dec 7, 2026, 2:00");
        assertThat(page(admin, "/administration/promises/trial?priority=LOW&openedAt=2026-11-30T12:30"))
                .contains("It promises nothing about this priority.");
        mvc.perform(get("/administration/promises/trial?openedAt=tomorrow").with(signedIn(admin)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatIsWrongWithAPolicyIsSaidWhereItIs() throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "");
        form.put("when.conditions[0].field", "priority");
        form.put("when.conditions[0].comparison", "IS");
        form.put("rows[0].priority", "URGENT");
        form.put("rows[0].firstResponse", "soon");
        form.put("warnPercent", "100");
        form.put("breachQueueId", "" + queue);
        form.put("breachPersonId", "" + agent.personId());
        assertThat(refused(form))
                .contains(
                        "Enter a name.",
                        "Finish these conditions, or remove them.",
                        "Write hours and minutes, such as 4:30")
                .contains(
                        "Enter a percentage from 1 to 99.", "Choose a queue or a person, not both.", "value=\"soon\"");
        form.put("rows[0].firstResponse", " ");
        assertThat(refused(form)).contains("Promise something: enter at least one time.");
        String more = HtmlUtils.htmlUnescape(send(
                        admin,
                        post("/administration/promises/rows")
                                .param("policy", "0")
                                .param("act", "addGroup when"),
                        form)
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(more).contains("when.groups[0].conditions[0].field");
        assertThat(one("select count(*) from sla_policy")).isZero();
        mvc.perform(get("/administration/promises").with(signedIn(agent))).andExpect(status().isForbidden());
    }

    private String refused(Map<String, String> form) throws Exception {
        return HtmlUtils.htmlUnescape(send(admin, post("/administration/promises"), form)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** @param other what is typed beside the usual */
    private void policy(Map<String, String> other) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Everybody");
        form.put("active", "true");
        form.put("rows[0].priority", "NORMAL");
        form.put("rows[0].firstResponse", "4:00");
        form.put("rows[0].nextResponse", "2");
        form.put("rows[0].resolution", "8h");
        form.put("rows[0].aroundTheClock", "true");
        form.put("pausePending", "true");
        form.put("warnPercent", "75");
        form.put("warnOwner", "true");
        form.put("breachOwner", "true");
        form.put("breachManager", "true");
        if (other.containsKey("rows[0].priority")) {
            form.keySet().removeIf(key -> key.startsWith("rows"));
        }
        form.putAll(other);
        send(admin, post("/administration/promises"), form).andExpect(status().is3xxRedirection());
    }

    private long queue(String name) {
        long id = one("""
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                values (nextval('ticket_queue_seq'), '%s', 1, 'BY_HAND', now(), now()) returning id""".formatted(name));
        database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?)")
                .params(id, agent.personId())
                .update();
        return id;
    }

    private long open(String priority) throws Exception {
        Map<String, String> form = Map.of(
                "name",
                "Printer",
                "text",
                "Help",
                "channel",
                "PHONE",
                "priority",
                priority,
                "queueId",
                "" + queue,
                "version",
                "0");
        send(agent, post("/support/tickets"), form).andExpect(status().is3xxRedirection());
        return one("select max(id) from ticket");
    }

    private void reply(long ticket, String next) throws Exception {
        send(
                        agent,
                        multipart("/support/tickets/" + ticket + "/messages")
                                .param("kind", "REPLY")
                                .param("text", "Try this")
                                .param("status", next))
                .andExpect(status().is3xxRedirection());
    }

    private void say(long ticket, String text) throws Exception {
        send(
                agent,
                multipart("/support/tickets/" + ticket + "/messages")
                        .param("kind", "INBOUND")
                        .param("text", text));
    }

    /** As if all that has happened had happened so much earlier. */
    private void pass(Duration time) {
        entities.flush();
        String by = " - interval '" + time.toSeconds() + " seconds'";
        database.sql("update ticket_event set at = at" + by).update();
        database.sql("update ticket_promise set started_at = started_at" + by + ", due_at = due_at" + by
                        + ", broken_at = broken_at" + by + ", settled_at = settled_at" + by + ", warned_at = warned_at"
                        + by
                        + ", breached_at = breached_at" + by + ", wake_at = wake_at" + by)
                .update();
    }

    private List<String> promises(long ticket) {
        return database.sql(
                        "select kind || ' ' || state || ' ' || target from ticket_promise where ticket_id = ? order by kind")
                .param(ticket)
                .query(String.class)
                .list();
    }

    private Instant due(long ticket, String kind) {
        return database.sql("select due_at from ticket_promise where ticket_id = ? and kind = ?")
                .params(ticket, kind)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private String standing(long ticket) {
        return database.sql("select promise from ticket where id = ?")
                .param(ticket)
                .query(String.class)
                .single();
    }

    private long version(long ticket) {
        return one("select version from ticket where id = " + ticket);
    }

    private List<String> notices(Viewer person) {
        return database.sql("select message from notice where person_id = ? order by id")
                .param(person.personId())
                .query(String.class)
                .list();
    }

    private long one(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private ResultActions send(Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return send(viewer, request, Map.of());
    }

    private ResultActions send(
            Viewer viewer, AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> form)
            throws Exception {
        form.forEach(request::param);
        ResultActions answer = mvc.perform(request.with(signedIn(viewer)).with(csrf()));
        entities.flush();
        entities.clear();
        return answer;
    }

    private String page(Viewer viewer, String address) throws Exception {
        return HtmlUtils.htmlUnescape(mvc.perform(get(address).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
