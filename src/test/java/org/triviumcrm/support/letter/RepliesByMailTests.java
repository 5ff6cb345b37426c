package org.triviumcrm.support.letter;

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

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.mail.FakeMailServer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;

/** Replies on their way to customers, through a real mail server and some that misbehave, and what agents are told about it. */
class RepliesByMailTests extends MailServerTest {

    private static final String ANNA = "anna@customer.example";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    TicketTokens tokens;

    private Viewer agent;
    private long ticket;

    @BeforeEach
    void aTicket() {
        agent = accounts.serviceAgent();
        long queue = number("""
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                values (nextval('ticket_queue_seq'), 'Letters', 1, 'BY_HAND', now(), now()) returning id""");
        database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?)")
                .params(queue, agent.personId())
                .update();
        ticket = ticket(queue, ANNA);
    }

    @Test
    void aReplyLeavesOnceItCanNotBeTakenBack() throws Exception {
        long id = reply("Is it plugged in?\n\nSee https://example.com/plugs", file("plug.pdf", "%PDF-1.4"));
        show().andExpect(content().string(containsString("Can be taken back")))
                .andExpect(content().string(containsString("Goes to " + ANNA)));
        sendDue();
        assertThat(inbox("customer.example")).as("it can still be taken back").isEmpty();
        due();
        sendDue();
        MimeMessage letter = inbox("customer.example").get(0);
        assertThat(letter.getSubject())
                .isEqualTo("Re: Printer [#" + number("select number from ticket where id = " + ticket) + "]");
        assertThat(letter.getFrom()[0]).hasToString("Trivium <crm@example.com>");
        assertThat(letter.getHeader("Auto-Submitted")).as("a person wrote it").isNull();
        assertThat(tokens.get().read(letter.getMessageID())).contains(new TicketToken.Named(ticket, id));
        assertThat(letter.getMessageID())
                .isEqualTo("<" + text("select internet_id from ticket_message where id = " + id) + ">");
        String whole = GreenMailUtil.getWholeMessage(letter);
        assertThat(whole)
                .contains(
                        "Is it plugged in?",
                        agent.name(),
                        "<a href=\"https://example.com/plugs\">",
                        "filename=plug.pdf");
        show().andExpect(content().string(containsString("Sent to " + ANNA)));
        delivery(id).andExpect(content().string(not(containsString("hx-get"))));
        sendDue();
        assertThat(inbox("customer.example")).hasSize(1);
    }

    @Test
    void theNextReplyNamesTheOneBefore() throws Exception {
        reply("First");
        due();
        sendDue();
        reply("Second");
        due();
        sendDue();
        List<MimeMessage> letters = inbox("customer.example");
        assertThat(letters).hasSize(2);
        assertThat(letters.get(1).getHeader("References"))
                .containsExactly(letters.get(0).getMessageID());
        assertThat(letters.get(1).getMessageID()).isNotEqualTo(letters.get(0).getMessageID());
    }

    @Test
    void whatIsTakenBackNeverLeaves() throws Exception {
        long id = reply("You fool");
        send(post(path() + "/messages/" + id + "/recall")).andExpect(flash().attribute("draft", "You fool"));
        sendDue();
        assertThat(number("select count(*) from outbox_mail")).isZero();
        assertThat(inbox("customer.example")).isEmpty();
    }

    @Test
    void whatANodeHasTakenIsNotTakenBack() throws Exception {
        long id = reply("Hello");
        database.sql("update outbox_mail set state = 'SENDING', attempts = 1").update();
        send(post(path() + "/messages/" + id + "/recall"))
                .andExpect(flash().attribute("problem", "support.message.error.left"));
        assertThat(number("select count(*) from ticket_message where kind = 'REPLY'"))
                .isEqualTo(1);
        assertThat(text("select status from ticket")).isEqualTo("PENDING");
    }

    @Test
    void twoNodesSendEachOnce() throws Exception {
        for (int i = 0; i < 15; i++) {
            reply("Reply " + i);
        }
        due();
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::sendDue);
        sendDue();
        other.join();
        assertThat(inbox("customer.example")).hasSize(15);
    }

    @Test
    void aRefusedReplySaysWhyAndIsSentAgainToWhereTheCustomerIsNow() throws Exception {
        long id = reply("Hello");
        due();
        try (FakeMailServer server = new FakeMailServer(FakeMailServer.Mood.REFUSES)) {
            sender.setPort(server.port());
            sendDue();
        }
        show().andExpect(content().string(containsString("Did not reach " + ANNA)))
                .andExpect(content().string(containsString("no such user here")));
        assertThat(number("select count(*) from notice where message = 'support.delivery.notice' and person_id = "
                        + agent.personId()))
                .isEqualTo(1);
        sender.setPort(SERVER.getSmtp().getPort());
        database.sql("update ticket set requester_email = 'anna@elsewhere.example'")
                .update();
        send(post(path() + "/messages/" + id + "/sending"))
                .andExpect(flash().attribute("notice", "support.delivery.again.done"));
        sendDue();
        assertThat(inbox("elsewhere.example")).hasSize(1);
        send(post(path() + "/messages/" + id + "/sending"))
                .andExpect(flash().attribute("problem", "support.delivery.error.again"));
        sendDue();
        assertThat(inbox("elsewhere.example")).hasSize(1);
    }

    @Test
    void aBusyServerIsAskedAgainAndTheAgentReadsWhen() throws Exception {
        reply("Hello");
        due();
        try (FakeMailServer server = new FakeMailServer(FakeMailServer.Mood.IS_BUSY)) {
            sender.setPort(server.port());
            sendDue();
        }
        show().andExpect(content().string(containsString("come back later")))
                .andExpect(content().string(containsString("The next attempt is")));
    }

    @Test
    void whatMayHaveArrivedIsSentAgainOnlyWhenSomebodySaysSo() throws Exception {
        long id = reply("Hello");
        due();
        try (FakeMailServer server = new FakeMailServer(FakeMailServer.Mood.HANGS_UP)) {
            sender.setPort(server.port());
            sendDue();
        }
        sender.setPort(SERVER.getSmtp().getPort());
        sendDue();
        assertThat(inbox("customer.example")).isEmpty();
        show().andExpect(content().string(containsString("May have reached")))
                .andExpect(content().string(containsString("The customer may get it twice")));
        send(post(path() + "/messages/" + id + "/sending"));
        sendDue();
        assertThat(inbox("customer.example")).hasSize(1);
    }

    @Test
    void withoutAnAddressItSaysSoBeforeAndAfter() throws Exception {
        database.sql("update ticket set requester_email = null").update();
        show().andExpect(content().string(containsString("the reply is kept here and goes nowhere")))
                .andExpect(content().string(containsString("Keep the reply")));
        long id = reply("Hello");
        show().andExpect(content().string(containsString("Not sent: no e-mail address was known.")));
        send(post(path() + "/messages/" + id + "/sending"))
                .andExpect(flash().attribute("problem", "support.delivery.error.again"));
        database.sql("update ticket set requester_email = ?").param(ANNA).update();
        send(post(path() + "/messages/" + id + "/sending"))
                .andExpect(flash().attribute("notice", "support.delivery.again.done"));
        sendDue();
        assertThat(inbox("customer.example")).hasSize(1);
    }

    @Test
    void withoutAServerItSaysSoBeforeAndAfter() throws Exception {
        String host = sender.getHost();
        sender.setHost(null);
        try {
            show().andExpect(content().string(containsString("This installation sends no e-mails")));
            reply("Hello");
            show().andExpect(content().string(containsString("Not sent: this installation sent no e-mails")));
            assertThat(number("select count(*) from outbox_mail")).isZero();
        } finally {
            sender.setHost(host);
        }
    }

    @Test
    void aTicketThatIsDeletedMeanwhileTakesItsRepliesAlong() throws Exception {
        reply("Hello");
        due();
        database.sql("delete from ticket").update();
        sendDue();
        assertThat(inbox("customer.example")).isEmpty();
        assertThat(text("select state from outbox_mail")).isEqualTo("DROPPED");
    }

    @Test
    void whoDoesNotSeeTheTicketNeitherReadsNorSends() throws Exception {
        long id = reply("Hello");
        Viewer stranger = accounts.serviceAgent();
        mvc.perform(get(path() + "/messages/" + id + "/delivery").with(signedIn(stranger)))
                .andExpect(status().isNotFound());
        mvc.perform(post(path() + "/messages/" + id + "/sending").with(csrf()).with(signedIn(stranger)))
                .andExpect(status().isNotFound());
    }

    private long reply(String text, MockMultipartFile... files) throws Exception {
        var request = multipart(path() + "/messages");
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        send(request.param("kind", "REPLY").param("text", text).param("status", "PENDING"))
                .andExpect(status().isFound());
        return number("select max(id) from ticket_message");
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("files", name, "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }

    /** The time in which it can be taken back is over. */
    private void due() {
        database.sql("update ticket_message set due_at = now() - interval '1 second' where due_at is not null")
                .update();
        database.sql("update outbox_mail set next_at = now() - interval '1 second' where state = 'WAITING'")
                .update();
    }

    private ResultActions show() throws Exception {
        return mvc.perform(get(path()).with(signedIn(agent))).andExpect(status().isOk());
    }

    private ResultActions delivery(long id) throws Exception {
        return mvc.perform(get(path() + "/messages/" + id + "/delivery").with(signedIn(agent)))
                .andExpect(status().isOk());
    }

    private ResultActions send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(signedIn(agent)));
    }

    private long ticket(long queue, String email) {
        return database.sql("""
                        insert into ticket (id, name, status, priority, channel, queue_id, requester_name, requester_email, status_since, created_at, updated_at)
                        values (nextval('ticket_seq'), 'Printer', 'OPEN', 'NORMAL', 'EMAIL', ?, 'Anna', ?, now(), now(), now()) returning id""").params(queue, email).query(Long.class).single();
    }

    private String path() {
        return "/support/tickets/" + ticket;
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
