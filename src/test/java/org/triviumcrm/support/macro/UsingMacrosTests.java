package org.triviumcrm.support.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Agents prepare replies, and use them in tickets: with what they change, in one moment, alone and in many. */
@IntegrationTest
class UsingMacrosTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    MacroAction inBulk;

    @Autowired
    Viewers viewers;

    private Viewer agent;
    private Viewer manager;
    private long queue;
    private long other;
    private long ticket;

    @BeforeEach
    void aTicket() throws Exception {
        agent = accounts.serviceAgent();
        manager = accounts.person("service_manager", null);
        queue = queue();
        other = queue();
        ticket = ticket("The pump leaks", "Water everywhere");
    }

    @Test
    void anAgentKeepsOwnOnesAndAManagerThoseForAll() throws Exception {
        prepare(agent, "Mine", "MINE", "textEn", "Hello").andExpect(status().is3xxRedirection());
        long mine = newest("macro");
        prepare(agent, "Ours", "ALL", "textEn", "Hello")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Only whoever manages service")));
        prepare(manager, "Ours", "ALL", "textEn", "Hello").andExpect(status().is3xxRedirection());
        long ours = newest("macro");
        show(agent, "/support/macros")
                .andExpect(content().string(containsString("/support/macros/" + mine + "/edit")))
                .andExpect(content().string(containsString("Ours")))
                .andExpect(content().string(not(containsString("/support/macros/" + ours + "/edit"))));
        show(manager, "/support/macros").andExpect(content().string(not(containsString("Mine"))));
        show(agent, "/support/macros/" + ours + "/edit").andExpect(status().isNotFound());
        send(agent, post("/support/macros/" + ours + "/deletion")).andExpect(status().isNotFound());
        show(manager, "/support/macros/" + mine + "/edit").andExpect(status().isNotFound());
        send(agent, post("/support/macros/" + mine + "/deletion")).andExpect(status().is3xxRedirection());
        show(agent, "/support/macros").andExpect(content().string(not(containsString("Mine"))));
    }

    @ParameterizedTest
    @CsvSource({
        "textEn, 'Dear {{requestor}} {{name}}', be filled in: {{requestor}} {{name}}",
        "textZh, '{{工单}}', be filled in: {{工单}}",
        "textEn, ' ', It neither says nor changes anything yet.",
        "status, CLOSED, make a ticket new or closed"
    })
    void whatIsWrongIsSaidAtItsFieldAndStays(String field, String typed, String error) throws Exception {
        prepare(agent, "Half done", "MINE", field, typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(error)))
                .andExpect(content().string(containsString("Half done")));
    }

    @Test
    void twoOfOneNameAreTwoPeoples() throws Exception {
        prepare(agent, "Twice", "MINE", "textEn", "Hello").andExpect(status().is3xxRedirection());
        prepare(agent, "twice", "MINE", "textEn", "Hello")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Another macro has this name.")));
        prepare(manager, "Twice", "MINE", "textEn", "Hello").andExpect(status().is3xxRedirection());
    }

    @Test
    void theChoiceHasThoseThatFit() throws Exception {
        macro("Everywhere", null, null, "text_en, text_zh", "'Hello', '您好'");
        macro("Here", null, queue, "text_en", "'Here we are'");
        macro("Elsewhere", null, other, "text_en", "'Not here'");
        macro("Somebody else’s", manager.personId(), null, "text_en", "'No'");
        macro("Retired", null, null, "text_en, active", "'No', false");
        show(agent, "/support/tickets/" + ticket + "/macros")
                .andExpect(content().string(containsString("Everywhere")))
                .andExpect(content().string(containsString("Here we are")))
                .andExpect(content().string(not(containsString("Not here"))))
                .andExpect(content().string(not(containsString("Somebody"))))
                .andExpect(content().string(not(containsString("Retired"))));
        show(agent, "/support/tickets/" + ticket + "/macros/choices?language=ZH&q=100%25")
                .andExpect(content().string(containsString("No macro fits.")));
        show(agent, "/support/tickets/" + ticket + "/macros/choices?language=ZH&q=every")
                .andExpect(content().string(containsString("您好")));
        show(accounts.serviceAgent(), "/support/tickets/" + ticket + "/macros").andExpect(status().isNotFound());
    }

    @Test
    void theTextComesInTheCustomersLanguageWithEverythingFilledIn() throws Exception {
        long id = macro(
                "Hello",
                null,
                null,
                "text_en, text_zh",
                "'{{requester}}, {{number}}', '{{agent}}：{{subject}} {{product}}'");
        show(agent, "/support/tickets/" + ticket + "/macros/" + id)
                .andExpect(content().string(containsString("customer, #")));
        show(agent, "/support/tickets/" + ticket + "?macro=" + id + "&language=ZH")
                .andExpect(content().string(containsString(agent.name() + "：The pump leaks 该产品")));
        said("水漏了");
        show(agent, "/support/tickets/" + ticket + "/macros/" + id)
                .andExpect(content().string(containsString(agent.name() + "：The pump leaks 该产品")));
    }

    @Test
    void aReplyAndWhatItChangesAreOneMomentAndAreTakenBackTogether() throws Exception {
        long type = type();
        long id = macro("Solve", null, null, "text_en", "'Done'");
        sendWith(
                        id,
                        "REPLY",
                        "setStatus",
                        "SOLVED",
                        "setPriority",
                        "URGENT",
                        "setType",
                        "" + type,
                        "setQueue",
                        "" + other)
                .andExpect(status().is3xxRedirection());
        assertThat(row()).isEqualTo("SOLVED URGENT " + type + " " + other + " " + agent.personId());
        assertThat(database.sql(
                                "select count(distinct at) from ticket_event where ticket_id = ? and message_id is not null")
                        .param(ticket)
                        .query(Long.class)
                        .single())
                .as("moments")
                .isEqualTo(1);
        assertThat(one("select used from macro where id = " + id)).isEqualTo(1);
        send(agent, post("/support/tickets/" + ticket + "/messages/" + newest("ticket_message") + "/recall"))
                .andExpect(flash().attribute("draft", "Done"));
        assertThat(row()).isEqualTo("NEW NORMAL - " + queue + " nobody");
        assertThat(one("select count(*) from ticket_event where ticket_id = " + ticket + " and kind <> 'OPENED'"))
                .isZero();
    }

    @Test
    void whatWasTakenOffStays() throws Exception {
        long id = macro("Note", null, null, "text_en, note", "'Look', true");
        sendWith(id, "NOTE", "setOwner", "ME").andExpect(status().is3xxRedirection());
        assertThat(row()).as("a note answers nobody").isEqualTo("NEW NORMAL - " + queue + " " + agent.personId());
    }

    @Test
    void whoComesSecondIsShownWhatHasChangedAndNothingIsLost() throws Exception {
        long id = macro("Urgent", null, null, "text_en, priority", "'Done', 'URGENT'");
        database.sql("update ticket set priority = 'LOW', version = version + 1 where id = ?")
                .param(ticket)
                .update();
        String page = sendWith(id, "REPLY", "setPriority", "URGENT")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Done")))
                .andExpect(content().string(containsString("id=\"conflict\"")))
                .andExpect(content().string(containsString("name=\"setPriority\"")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("name=\"ticketVersion\" value=\"" + one("select version from ticket where id = " + ticket)
                        + "\"");
        assertThat(row()).isEqualTo("NEW LOW - " + queue + " nobody");
        assertThat(one("select used from macro where id = " + id)).isZero();
        sendWith(id, "REPLY").andExpect(status().is3xxRedirection());
    }

    @Test
    void whatMayNotBeChosenIsNotThere() throws Exception {
        long id = macro("Done", null, null, "text_en", "'Done'");
        long retired = queue();
        database.sql("update ticket_queue set active = false where id = ?")
                .param(retired)
                .update();
        sendWith(id, "REPLY", "setQueue", "" + retired).andExpect(status().isNotFound());
        long into = macro("Into", null, null, "text_en, new_queue_id, priority", "'Done', " + retired + ", 'LOW'");
        show(agent, "/support/tickets/" + ticket + "/macros/" + into)
                .andExpect(content().string(containsString("setPriority")))
                .andExpect(content().string(not(containsString("setQueue"))));
        sendWith(id, "REPLY", "setPriority", "seven")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose the macro again")));
        long hidden = macro("Hidden", manager.personId(), null, "text_en", "'Done'");
        sendWith(hidden, "REPLY").andExpect(status().isNotFound());
    }

    @Test
    void whatSaysNothingIsDoneAtOnce() throws Exception {
        long id = macro("Mine now", null, null, "new_owner, status", "'ME', 'ON_HOLD'");
        String address = "/support/tickets/" + ticket + "/macros/" + id;
        send(agent, post(address).param("version", "99"))
                .andExpect(flash().attribute("problem", "support.macro.error.changed"));
        send(agent, post(address).param("version", "" + version()))
                .andExpect(flash().attribute("notice", "support.macro.applied"));
        assertThat(row()).isEqualTo("ON_HOLD NORMAL - " + queue + " " + agent.personId());
        show(agent, "/support/tickets/" + ticket)
                .andExpect(content().string(containsString(agent.name() + " took it")));
    }

    @Test
    void manyAreAnsweredEachInItsLanguage() throws Exception {
        long id = macro(
                "Sorry", null, null, "text_en, text_zh, status", "'Sorry, {{number}}', '抱歉，{{number}}', 'SOLVED'");
        long chinese = ticket("水泵", "水漏了");
        long closed = ticket("Old", "Old");
        database.sql("update ticket set status = 'CLOSED', solved_at = now() where id = ?")
                .param(closed)
                .update();
        entities.clear();
        assertThat(inBulk.apply(new BulkBatch(1, again(agent), List.of(ticket, chinese, closed)), new ApplyToMany(id)))
                .isEqualTo(java.util.Map.of(closed, BulkRefusal.of("support.ticket.error.closed")));
        assertThat(database.sql("select left(body, 2) from ticket_message where kind = 'REPLY' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("So", "抱歉");
        assertThat(row()).startsWith("SOLVED");
        assertThat(one("select used from macro where id = " + id)).isEqualTo(2);
        show(agent, "/support/tickets?f.status=SOLVED")
                .andExpect(content().string(containsString("/lists/ticket/bulk/macro")));
    }

    /** With the queues that have come since. */
    private Viewer again(Viewer who) {
        return viewers.find(who.personId()).orElseThrow();
    }

    private ResultActions prepare(Viewer who, String name, String audience, String field, String value)
            throws Exception {
        return send(
                who,
                post("/support/macros")
                        .param("name", name)
                        .param("position", "1")
                        .param("audience", audience)
                        .param("active", "true")
                        .param("note", "false")
                        .param(field, value));
    }

    /** @param changes names and values in turn */
    private ResultActions sendWith(long macro, String kind, String... changes) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request = multipart("/support/tickets/" + ticket + "/messages")
                .param("kind", kind)
                .param("status", "PENDING")
                .param("text", "Done")
                .param("macroId", "" + macro)
                .param("ticketVersion", "0");
        for (int i = 0; i < changes.length; i += 2) {
            request.param(changes[i], changes[i + 1]);
        }
        return send(agent, request);
    }

    private long ticket(String name, String text) throws Exception {
        send(
                agent,
                post("/support/tickets")
                        .param("name", name)
                        .param("text", text)
                        .param("channel", "PHONE")
                        .param("priority", "NORMAL")
                        .param("queueId", "" + queue)
                        .param("version", "0"));
        long id = newest("ticket");
        database.sql("update ticket set version = 0 where id = ?").param(id).update();
        entities.clear();
        return id;
    }

    private void said(String text) throws Exception {
        send(
                agent,
                multipart("/support/tickets/" + ticket + "/messages")
                        .param("kind", "INBOUND")
                        .param("text", text));
    }

    /** Status, priority, type, queue and who has it. */
    private String row() {
        entities.flush();
        return database.sql("""
                        select concat_ws(' ', status, priority, coalesce(type_id::text, '-'), queue_id, coalesce(owner_id::text, 'nobody'))
                        from ticket where id = ?""").param(ticket).query(String.class).single();
    }

    private long version() {
        return one("select version from ticket where id = " + ticket);
    }

    private long one(String sql) {
        entities.flush();
        return database.sql(sql).query(Long.class).single();
    }

    private long macro(String name, @Nullable Long person, @Nullable Long forQueue, String columns, String values) {
        return database.sql("""
                        insert into macro (id, name, position, person_id, queue_id, created_at, updated_at, %s)
                        values (nextval('macro_seq'), :name, 1, :person, :queue, now(), now(), %s) returning id""".formatted(columns, values))
                .param("name", name)
                .param("person", person, java.sql.Types.BIGINT)
                .param("queue", forQueue, java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
    }

    private long type() {
        return database.sql("""
                        insert into ticket_type (id, name, position, created_at, updated_at)
                        values (nextval('ticket_type_seq'), 'Leak', 1, now(), now()) returning id""").query(Long.class).single();
    }

    private long queue() {
        long id = database.sql("""
                        insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                        values (nextval('ticket_queue_seq'), 'Queue ' || currval('ticket_queue_seq'), 1, 'BY_HAND', now(), now())
                        returning id""").query(Long.class).single();
        database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?)")
                .params(id, agent.personId())
                .update();
        return id;
    }

    private long newest(String table) {
        return one("select max(id) from " + table);
    }

    private ResultActions show(Viewer who, String address) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(get(java.net.URI.create(address)).with(signedIn(who)));
    }

    private ResultActions send(Viewer who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(csrf()).with(signedIn(who)));
    }
}
