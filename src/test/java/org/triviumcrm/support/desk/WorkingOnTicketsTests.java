package org.triviumcrm.support.desk;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Agents at work: tickets that come in, are given, answered, put off, solved, and hidden from others. */
@IntegrationTest
class WorkingOnTicketsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    SampleCompany company;

    private Viewer agent;
    private Viewer colleague;
    private long queue;

    @BeforeEach
    void people() {
        agent = accounts.serviceAgent();
        colleague = accounts.serviceAgent();
        queue = queue("BY_HAND", null, agent, colleague);
    }

    @Test
    void membersSeeWhatIsInTheirQueueAndOthersDoNot() throws Exception {
        long id = open("Printer is on fire", "Smoke everywhere", null);
        show(colleague, "/support/tickets/" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Smoke everywhere")));
        show(colleague, "/support/tickets").andExpect(content().string(containsString("Printer is on fire")));
        Viewer elsewhere = accounts.serviceAgent();
        show(elsewhere, "/support/tickets/" + id).andExpect(status().isNotFound());
        show(elsewhere, "/support/tickets").andExpect(content().string(not(containsString("Printer is on fire"))));
        send(elsewhere, post("/support/tickets/" + id + "/taking")).andExpect(status().isNotFound());
        send(
                        elsewhere,
                        multipart("/support/tickets/" + id + "/messages")
                                .param("kind", "NOTE")
                                .param("text", "x"))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoAnswersFirstWhatNobodyHasIsInChargeOfIt() throws Exception {
        long id = open("Printer", "Help", null);
        assertThat(row(id)).isEqualTo("NEW nobody waits");
        reply(colleague, id, "Is it plugged in?", "PENDING");
        assertThat(row(id)).isEqualTo("PENDING " + colleague.personId() + " not");
        said(agent, id, "INBOUND", "It is");
        assertThat(row(id)).isEqualTo("OPEN " + colleague.personId() + " waits");
        reply(agent, id, "Then it is broken", "SOLVED");
        assertThat(row(id)).isEqualTo("SOLVED " + colleague.personId() + " not");
        said(agent, id, "INBOUND", "No it is not");
        assertThat(row(id)).isEqualTo("OPEN " + colleague.personId() + " waits");
        assertThat(events(id))
                .containsExactly(
                        "OPENED",
                        "REPLIED",
                        "OWNER",
                        "STATUS PENDING",
                        "INBOUND",
                        "STATUS OPEN",
                        "REPLIED",
                        "STATUS SOLVED",
                        "INBOUND",
                        "STATUS OPEN");
    }

    @Test
    void aReplyIsTakenBackAndNeverWas() throws Exception {
        long id = open("Printer", "Help", null);
        reply(agent, id, "You fool", "SOLVED");
        long message = newest("ticket_message");
        send(colleague, post("/support/tickets/" + id + "/messages/" + message + "/recall"))
                .andExpect(flash().attribute("problem", "support.message.error.left"));
        send(agent, post("/support/tickets/" + id + "/messages/" + message + "/recall"))
                .andExpect(flash().attribute("draft", "You fool"));
        assertThat(row(id)).isEqualTo("NEW nobody waits");
        assertThat(events(id)).containsExactly("OPENED");
        show(agent, "/support/tickets/" + id).andExpect(content().string(not(containsString("You fool"))));
    }

    /** A reply that solved a ticket, or opened it again, and is taken back leaves no trace of that among its solutions. */
    @Test
    void solutionsFollowWhatIsTakenBack() throws Exception {
        long id = open("Printer", "Help", null);
        reply(agent, id, "Plug it in", "SOLVED");
        assertThat(solutions(id)).containsExactly("1 holds");
        recall(id);
        assertThat(solutions(id)).isEmpty();
        reply(agent, id, "Plug it in", "SOLVED");
        reply(agent, id, "Or is it something else?", "OPEN");
        assertThat(solutions(id)).containsExactly("1 undone");
        recall(id);
        assertThat(solutions(id)).containsExactly("1 holds");
        said(agent, id, "INBOUND", "Still dead");
        reply(agent, id, "Now?", "SOLVED");
        assertThat(solutions(id)).containsExactly("1 undone", "2 holds");
        recall(id);
        assertThat(solutions(id)).containsExactly("1 undone");
    }

    private void recall(long id) throws Exception {
        send(agent, post("/support/tickets/" + id + "/messages/" + newest("ticket_message") + "/recall"))
                .andExpect(status().is3xxRedirection());
    }

    private List<String> solutions(long id) {
        return database.sql(
                        "select nth || case when reopened then ' undone' else ' holds' end from ticket_solution where ticket_id = ? order by nth")
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void whatHappenedAfterAReplyStaysWhenItIsTakenBack() throws Exception {
        long id = open("Printer", "Help", null);
        reply(agent, id, "Is it plugged in?", "PENDING");
        long message = newest("ticket_message");
        said(agent, id, "INBOUND", "It is");
        send(agent, post("/support/tickets/" + id + "/messages/" + message + "/recall"))
                .andExpect(status().is3xxRedirection());
        assertThat(row(id)).isEqualTo("OPEN " + agent.personId() + " waits");
    }

    @Test
    void whatHasLeftStays() throws Exception {
        long id = open("Printer", "Help", null);
        reply(agent, id, "Hello", "OPEN");
        long message = newest("ticket_message");
        database.sql("update ticket_message set due_at = now() - interval '1 hour' where id = ?")
                .param(message)
                .update();
        send(agent, post("/support/tickets/" + id + "/messages/" + message + "/recall"))
                .andExpect(flash().attribute("problem", "support.message.error.left"));
        show(agent, "/support/tickets/" + id)
                .andExpect(content().string(containsString("Hello")))
                .andExpect(content().string(not(containsString("/recall"))));
    }

    @Test
    void aNoteCallsColleaguesAndStaysInside() throws Exception {
        long id = open("Printer", "Help", null);
        send(
                        agent,
                        multipart("/support/tickets/" + id + "/messages")
                                .param("kind", "NOTE")
                                .param("text", "Seen this before?")
                                .param("mentions", "" + colleague.personId(), "" + agent.personId()))
                .andExpect(status().is3xxRedirection());
        assertThat(row(id)).as("a note is no answer").isEqualTo("NEW nobody waits");
        assertThat(database.sql("select person_id from notice where message = 'support.message.called'")
                        .query(Long.class)
                        .list())
                .containsExactly(colleague.personId());
        show(colleague, "/support/tickets/" + id)
                .andExpect(content().string(containsString("Seen this before?")))
                .andExpect(content().string(containsString(colleague.name())));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        long id = open("Printer", "Help", null);
        send(
                        agent,
                        multipart("/support/tickets/" + id + "/messages")
                                .param("kind", "REPLY")
                                .param("text", "  "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is nothing to say yet.")));
        MockMultipartFile program =
                new MockMultipartFile("files", "virus.exe", "application/pdf", "MZ".getBytes(StandardCharsets.UTF_8));
        send(
                        agent,
                        multipart("/support/tickets/" + id + "/messages")
                                .file(program)
                                .param("kind", "REPLY")
                                .param("status", "SOLVED")
                                .param("text", "Here it is"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Here it is")))
                .andExpect(content().string(containsString("name=\"files\"")));
        assertThat(row(id)).isEqualTo("NEW nobody waits");
    }

    @Test
    void filesComeBackAsTheyWere() throws Exception {
        long id = open("Printer", "Help", null);
        MockMultipartFile file =
                new MockMultipartFile("files", "说明 1.txt", "text/plain", "As found".getBytes(StandardCharsets.UTF_8));
        send(
                        agent,
                        multipart("/support/tickets/" + id + "/messages")
                                .file(file)
                                .param("kind", "REPLY")
                                .param("status", "PENDING")
                                .param("text", "See there"))
                .andExpect(status().is3xxRedirection());
        long kept = newest("ticket_file");
        show(agent, "/support/tickets/" + id + "/files/" + kept)
                .andExpect(status().isOk())
                .andExpect(content().string("As found"));
        long other = open("Other", "Help", null);
        show(agent, "/support/tickets/" + other + "/files/" + kept).andExpect(status().isNotFound());
    }

    @Test
    void aClosedOneTakesNothing() throws Exception {
        long id = open("Printer", "Help", null);
        database.sql("update ticket set status = 'CLOSED', solved_at = now() where id = ?")
                .param(id)
                .update();
        entities.clear();
        send(
                        agent,
                        multipart("/support/tickets/" + id + "/messages")
                                .param("kind", "NOTE")
                                .param("text", "Late"))
                .andExpect(status().is3xxRedirection());
        send(
                        agent,
                        multipart("/support/tickets/" + id + "/messages")
                                .param("kind", "REPLY")
                                .param("status", "OPEN")
                                .param("text", "Late"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The ticket is closed")));
        send(agent, post("/support/tickets/" + id + "/taking"))
                .andExpect(flash().attribute("problem", "support.ticket.error.closed"));
        send(agent, post("/support/tickets/" + id + "/status").param("to", "OPEN"))
                .andExpect(flash().attribute("problem", "support.ticket.error.closed"));
    }

    @Test
    void twoBecomeOne() throws Exception {
        long first = open("Printer", "It is on fire", null);
        long second = open("Printer again", "Still on fire", null);
        reply(agent, first, "We are on our way", "PENDING");
        send(colleague, post("/support/tickets/" + second + "/merge").param("intoId", "" + first))
                .andExpect(status().is3xxRedirection());
        assertThat(row(second)).isEqualTo("CLOSED nobody not");
        assertThat(row(first)).as("who asked again waits").isEqualTo("OPEN " + agent.personId() + " waits");
        show(agent, "/support/tickets/" + first)
                .andExpect(content().string(containsString("It is on fire")))
                .andExpect(content().string(containsString("Still on fire")));
        show(agent, "/support/tickets/" + second)
                .andExpect(content().string(containsString("/support/tickets/" + first + "\"")));
        long third = open("Scanner", "x", null);
        for (long other : List.of(third, second)) {
            send(agent, post("/support/tickets/" + third + "/merge").param("intoId", "" + other))
                    .andExpect(status().isUnprocessableContent());
        }
        send(
                        accounts.serviceAgent(),
                        post("/support/tickets/" + third + "/merge").param("intoId", "" + first))
                .andExpect(status().isNotFound());
    }

    @Test
    void aPartBecomesATicketOfItsOwn() throws Exception {
        long id = open("Printer", "It is on fire", agent.personId());
        long fire = newest("ticket_message");
        reply(agent, id, "We are on our way", "PENDING");
        said(agent, id, "INBOUND", "And where is my invoice?");
        long invoice = newest("ticket_message");
        String split = "/support/tickets/" + id + "/split";
        show(agent, split).andExpect(content().string(containsString("And where is my invoice?")));
        send(agent, post(split).param("name", "Invoice"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Tick what goes to the new ticket.")));
        send(agent, post(split).param("name", "Invoice").param("messageIds", "" + invoice))
                .andExpect(flash().attribute("notice", "support.split.done"));
        long made = newest("ticket");
        assertThat(row(made)).isEqualTo("NEW " + agent.personId() + " waits");
        assertThat(row(id)).isEqualTo("OPEN " + agent.personId() + " waits");
        show(agent, "/support/tickets/" + made)
                .andExpect(content().string(containsString("And where is my invoice?")))
                .andExpect(content().string(containsString("split it off from #")))
                .andExpect(content().string(containsString("/support/tickets/" + id + "\"")));
        show(agent, "/support/tickets/" + id)
                .andExpect(content().string(not(containsString("And where is my invoice?"))))
                .andExpect(content().string(containsString("of a part of it")))
                .andExpect(content().string(containsString("/support/tickets/" + made + "\"")));
        assertThat(events(made)).containsExactly("OPENED", "SPLIT");
        send(agent, post(split).param("name", "Again").param("messageIds", "" + invoice))
                .andExpect(status().isNotFound());
        send(accounts.serviceAgent(), post(split).param("name", "Not mine").param("messageIds", "" + fire))
                .andExpect(status().isNotFound());
        send(
                        agent,
                        post("/support/tickets/" + made + "/split")
                                .param("name", "All")
                                .param("messageIds", "" + invoice))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Something has to stay")));
    }

    @Test
    void itNamesAnOpportunityThatWhoChoosesItSees() throws Exception {
        company.found();
        long ticket = company.id("ticket");
        long deal = company.id("opportunity");
        Viewer seller = accounts.administrator();
        String field = "/support/tickets/" + ticket + "/fields/opportunityId";
        Viewer manager = accounts.person("service_manager", null);
        send(manager, post(field).param("opportunityId", "" + deal).param("version", version(ticket)))
                .andExpect(status().isNotFound());
        send(seller, post(field).param("opportunityId", "" + deal).param("version", version(ticket)))
                .andExpect(status().is3xxRedirection());
        show(seller, "/support/tickets/" + ticket).andExpect(content().string(containsString("Sample deal")));
        show(manager, "/support/tickets/" + ticket).andExpect(content().string(not(containsString("Sample deal"))));
        show(seller, "/support/opportunities/" + deal + "/tickets")
                .andExpect(content().string(containsString("Sample ticket")));
        show(seller, "/sales/opportunities/" + deal)
                .andExpect(content().string(containsString("/support/opportunities/" + deal + "/tickets")));
        show(manager, "/support/opportunities/" + deal + "/tickets").andExpect(status().isNotFound());
        String list = "/support/tickets?columns=number,name,opportunityName&f.opportunity=";
        show(seller, list + deal)
                .andExpect(content().string(containsString("Sample ticket")))
                .andExpect(content().string(containsString("/sales/opportunities/" + deal + "\"")));
        show(seller, list + "1").andExpect(content().string(not(containsString("Sample ticket"))));
        show(seller, list + deal + "&filters=open").andExpect(content().string(containsString("f.opportunity")));
        show(manager, list + deal).andExpect(content().string(not(containsString("Sample deal"))));
        send(
                        manager,
                        post("/support/tickets/" + ticket + "/fields/name")
                                .param("name", "Renamed")
                                .param("version", version(ticket)))
                .andExpect(status().is3xxRedirection());
        assertThat(database.sql("select opportunity_id from ticket where id = ?")
                        .param(ticket)
                        .query(Long.class)
                        .single())
                .as("who does not see it keeps it")
                .isEqualTo(deal);
    }

    @Test
    void itNamesAContractThatWhoChoosesItSees() throws Exception {
        company.found();
        long ticket = company.id("ticket");
        long contract = company.id("contract");
        Viewer seller = accounts.administrator();
        String field = "/support/tickets/" + ticket + "/fields/contractId";
        Viewer manager = accounts.person("service_manager", null);
        send(manager, post(field).param("contractId", "" + contract).param("version", version(ticket)))
                .andExpect(status().isNotFound());
        send(seller, post(field).param("contractId", "" + contract).param("version", version(ticket)))
                .andExpect(status().is3xxRedirection());
        show(seller, "/support/tickets/" + ticket).andExpect(content().string(containsString("Sample contract")));
        show(manager, "/support/tickets/" + ticket).andExpect(content().string(not(containsString("Sample contract"))));
        show(seller, "/support/contracts/" + contract + "/tickets")
                .andExpect(content().string(containsString("Sample ticket")));
        show(seller, "/sales/contracts/" + contract)
                .andExpect(content().string(containsString("/support/contracts/" + contract + "/tickets")));
        show(manager, "/support/contracts/" + contract + "/tickets").andExpect(status().isNotFound());
        String list = "/support/tickets?columns=number,name,contractName&f.contract=";
        show(seller, list + contract)
                .andExpect(content().string(containsString("Sample ticket")))
                .andExpect(content().string(containsString("/sales/contracts/" + contract + "\"")));
        show(seller, list + "1").andExpect(content().string(not(containsString("Sample ticket"))));
        show(seller, list + contract + "&filters=open").andExpect(content().string(containsString("f.contract")));
        show(manager, list + contract).andExpect(content().string(not(containsString("Sample contract"))));
        send(
                        manager,
                        post("/support/tickets/" + ticket + "/fields/name")
                                .param("name", "Renamed")
                                .param("version", version(ticket)))
                .andExpect(status().is3xxRedirection());
        assertThat(database.sql("select contract_id from ticket where id = ?")
                        .param(ticket)
                        .query(Long.class)
                        .single())
                .as("who does not see it keeps it")
                .isEqualTo(contract);
    }

    private String version(long ticket) {
        entities.flush();
        return database.sql("select version::text from ticket where id = ?")
                .param(ticket)
                .query(String.class)
                .single();
    }

    @Test
    void placesAreCountedForWhoeverLooks() throws Exception {
        open("A", "a", agent.personId());
        open("B", "b", null);
        show(agent, "/support/tickets")
                .andExpect(content().string(containsString("<span>Mine</span> <span class=\"badge ms-2\">1</span>")))
                .andExpect(
                        content().string(containsString("<span>All open</span> <span class=\"badge ms-2\">2</span>")));
        show(accounts.serviceAgent(), "/support/tickets")
                .andExpect(
                        content().string(containsString("<span>All open</span> <span class=\"badge ms-2\">0</span>")));
    }

    @Test
    void membersGetThemInTurnAndWhoIsAwayNone() throws Exception {
        Viewer third = accounts.serviceAgent();
        queue = queue("IN_TURN", null, agent, colleague, third);
        database.sql("""
                        insert into approval_absence (id, person_id, deputy_id, from_day, until_day, created_at, updated_at)
                        values (nextval('approval_absence_seq'), ?, ?, current_date - 1, current_date + 1, now(), now())""").params(third.personId(), agent.personId()).update();
        List<Long> first = List.of(owner(open("A", "a", null)), owner(open("B", "b", null)));
        List<Long> second = List.of(owner(open("C", "c", null)), owner(open("D", "d", null)));
        assertThat(first).containsExactlyInAnyOrder(agent.personId(), colleague.personId());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoHasTheFewestGetsTheNextAndWhoHasEnoughNone() throws Exception {
        queue = queue("LEAST_LOADED", 2, agent, colleague);
        open("Mine already", "x", agent.personId());
        assertThat(owner(open("A", "a", null))).isEqualTo(colleague.personId());
        open("Mine too", "x", agent.personId());
        assertThat(owner(open("B", "b", null))).isEqualTo(colleague.personId());
        assertThat(owner(open("C", "c", null))).as("both have enough").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, seven, This is no number., ''",
        "NUMBER, '1,250.50', '', 1250.50",
        "DATE, 2026-02-30, This is no date., ''",
        "DATE, 2026-02-28, '', 2026-02-28",
        "CHOICE, green, Choose one of these., ''",
        "CHOICE, red, '', red",
        "YES_NO, true, '', true",
        "TEXT, '', Please answer this., ''"
    })
    void aTypeAsksWhatItNeedsToKnow(String kind, String typed, String error, String kept) throws Exception {
        long type = type();
        long field = field(type, kind);
        ResultActions answer = send(
                agent,
                post("/support/tickets")
                        .param("name", "With a question")
                        .param("channel", "PHONE")
                        .param("priority", "NORMAL")
                        .param("queueId", "" + queue)
                        .param("typeId", "" + type)
                        .param("version", "0")
                        .param("answer-" + field, typed));
        if (error.isEmpty()) {
            answer.andExpect(status().is3xxRedirection());
            assertThat(database.sql("select answers ->> ? from ticket where id = ?")
                            .params("" + field, newest("ticket"))
                            .query(String.class)
                            .single())
                    .isEqualTo(kept);
        } else {
            answer.andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString(error)))
                    .andExpect(content().string(containsString("With a question")));
        }
    }

    private long open(String name, String text, @Nullable Long owner) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request = post("/support/tickets")
                .param("name", name)
                .param("text", text)
                .param("channel", "PHONE")
                .param("priority", "NORMAL")
                .param("queueId", "" + queue)
                .param("version", "0");
        if (owner != null) {
            request.param("ownerId", "" + owner);
        }
        send(agent, request).andExpect(status().is3xxRedirection());
        return newest("ticket");
    }

    private void reply(Viewer who, long id, String text, String status) throws Exception {
        send(
                        who,
                        multipart("/support/tickets/" + id + "/messages")
                                .param("kind", "REPLY")
                                .param("status", status)
                                .param("text", text))
                .andExpect(status().is3xxRedirection());
    }

    private void said(Viewer who, long id, String kind, String text) throws Exception {
        send(
                        who,
                        multipart("/support/tickets/" + id + "/messages")
                                .param("kind", kind)
                                .param("text", text))
                .andExpect(status().is3xxRedirection());
    }

    /** Its status, who has it, and whether the customer waits. */
    private String row(long id) {
        entities.flush();
        return database.sql("""
                        select status || ' ' || coalesce(owner_id::text, 'nobody') || ' '
                            || case when waiting_since is null then 'not' else 'waits' end from ticket where id = ?""").param(id).query(String.class).single();
    }

    private List<String> events(long id) {
        return database.sql("""
                        select kind || case when kind = 'STATUS' then ' ' || becomes else '' end from ticket_event
                        where ticket_id = ? order by id""").param(id).query(String.class).list();
    }

    private @Nullable Long owner(long id) {
        return database.sql("select owner_id from ticket where id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .get(0);
    }

    private long queue(String assignment, @Nullable Integer most, Viewer... members) {
        long id = database.sql("""
                        insert into ticket_queue (id, name, position, assignment, most_open, created_at, updated_at)
                        values (nextval('ticket_queue_seq'), 'Queue ' || currval('ticket_queue_seq'), 1, :assignment, :most, now(), now())
                        returning id""")
                .param("assignment", assignment)
                .param("most", most, java.sql.Types.INTEGER)
                .query(Long.class)
                .single();
        for (Viewer member : members) {
            database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?)")
                    .params(id, member.personId())
                    .update();
        }
        return id;
    }

    private long type() {
        return database.sql("""
                        insert into ticket_type (id, name, position, created_at, updated_at)
                        values (nextval('ticket_type_seq'), 'Type ' || currval('ticket_type_seq'), 1, now(), now()) returning id""").query(Long.class).single();
    }

    private long field(long type, String kind) {
        return database.sql("""
                        insert into ticket_type_field (id, type_id, position, name, kind, choices, required)
                        values (nextval('ticket_type_field_seq'), :type, 1, 'Asked', :kind,
                            case when :kind = 'CHOICE' then E'red\\nblue' end, true) returning id""")
                .param("type", type)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private long newest(String table) {
        entities.flush();
        return database.sql("select max(id) from " + table).query(Long.class).single();
    }

    private ResultActions show(Viewer who, String address) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(get(address).with(signedIn(who)));
    }

    private ResultActions send(Viewer who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(csrf()).with(signedIn(who)));
    }
}
