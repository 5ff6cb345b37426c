package org.triviumcrm.support.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;

/** Mails on their way into tickets, from a real mailbox, and the answers on their way out. */
class MailIntoTicketsTests extends MailServerTest {

    private static final String BOX = "support@example.com";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    MailFetch fetch;

    @Autowired
    MailIntake intake;

    private Viewer agent;
    private Viewer manager;
    private long queue;
    private long mailbox;

    @BeforeEach
    void aMailbox() throws Exception {
        agent = accounts.serviceAgent();
        manager = accounts.administrator();
        queue = number("""
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                values (nextval('ticket_queue_seq'), 'Letters', 1, 'BY_HAND', now(), now()) returning id""");
        database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?)")
                .params(queue, agent.personId())
                .update();
        SERVER.setUser(BOX, "support", "a secret");
        send(manager, box(BOX, "support", true)).andExpect(status().isFound());
        mailbox = number("select id from mailbox");
    }

    @Test
    void aConversationFromTheFirstWordToTheReopening() throws Exception {
        database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), 'Anna Ltd', now(), now())")
                .update();
        database.sql("""
                        insert into contact (id, name, email, customer_id, created_at, updated_at)
                        values (nextval('contact_seq'), 'Anna Smith', 'Anna@Customer.example', (select max(id) from customer), now(), now())""").update();
        deliver(
                "Message-ID: <first@customer.example>\nFrom: Anna <anna@customer.example>\nTo: support@example.com\nSubject: Printer\n\nIt is broken");
        come();
        long ticket = number("select id from ticket");
        assertThat(text("""
                        select t.name || '|' || t.status || '|' || t.channel || '|' || t.requester_name || '|' || t.requester_email || '|' || c.name || '|' || k.name
                        from ticket t join customer c on c.id = t.customer_id join contact k on k.id = t.contact_id""")).isEqualTo("Printer|NEW|EMAIL|Anna|anna@customer.example|Anna Ltd|Anna Smith");
        assertThat(number("select count(*) from ticket_message where kind = 'INBOUND' and body = 'It is broken'"))
                .isEqualTo(1);

        reply(ticket, "Is it plugged in?", "SOLVED");
        MimeMessage answer = inbox("customer.example").get(0);
        assertThat(answer.getFrom()[0]).hasToString("Example support <support@example.com>");
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<first@customer.example>");
        assertThat(answer.getHeader("References")).containsExactly("<first@customer.example>");
        assertThat(answer.getSubject()).startsWith("Re: Printer [#");

        deliver(
                "Message-ID: <second@customer.example>\nFrom: Anna <anna@customer.example>\nSubject: something else\nReferences: "
                        + answer.getMessageID()
                        + "\n\nYes it is\n\nOn Monday, Support <support@example.com> wrote:\n> Is it plugged in?");
        come();
        assertThat(number("select count(*) from ticket")).isEqualTo(1);
        assertThat(text("select status || '|' || reopenings from ticket")).isEqualTo("OPEN|1");
        assertThat(events(ticket)).endsWith("INBOUND", "STATUS");
        show(agent, "/support/tickets/" + ticket)
                .andExpect(content().string(containsString("Yes it is")))
                .andExpect(content().string(containsString("What was written before")));
        assertThat(number("select count(*) from notice where message = 'support.mail.answered' and person_id = "
                        + agent.personId()))
                .isEqualTo(1);
    }

    @Test
    void theSameMailIsOneHoweverOftenItComes() throws Exception {
        String mail =
                "Message-ID: <one@customer.example>\nFrom: anna@customer.example\nSubject: Printer\n\nIt is broken";
        deliver(mail);
        deliver("Received: by another way\n" + mail);
        CompletableFuture<Void> other = CompletableFuture.runAsync(fetch::fetchAll);
        fetch.fetchAll();
        other.join();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(intake::readDue);
        intake.readDue();
        reader.join();
        assertThat(number("select count(*) from ticket")).isEqualTo(1);
        database.sql("update mailbox_progress set last_uid = 0").update();
        come();
        assertThat(number("select count(*) from ticket_message")).isEqualTo(1);
        deliver("Message-ID: <one@customer.example>\nFrom: bob@elsewhere.example\nSubject: Not the same\n\nHello");
        come();
        assertThat(text("select reason from inbound_mail where state = 'TRAY'")).isEqualTo("SAME_ID");
    }

    @Test
    void manyMailsOnTwoNodesBecomeAsManyTickets() throws Exception {
        for (int i = 0; i < 40; i++) {
            deliver("Message-ID: <m" + i + "@customer.example>\nFrom: c" + i + "@customer.example\nSubject: Printer "
                    + i + "\n\nIt is broken");
        }
        fetch.fetchAll();
        CompletableFuture<Void> other = CompletableFuture.runAsync(intake::readDue);
        intake.readDue();
        other.join();
        assertThat(number("select count(distinct name) from ticket")).isEqualTo(40);
        assertThat(number("select count(*) from ticket")).isEqualTo(40);
    }

    @Test
    void whatIsOverIsFollowedAndWhatWasMergedLeadsOn() throws Exception {
        deliver("Message-ID: <a@customer.example>\nFrom: anna@customer.example\nSubject: First\n\nIt is broken");
        deliver("Message-ID: <b@customer.example>\nFrom: anna@customer.example\nSubject: Second\n\nStill broken");
        come();
        long first = number("select id from ticket where name = 'First'");
        long second = number("select id from ticket where name = 'Second'");
        send(manager, post("/support/tickets/" + first + "/merge").param("intoId", "" + second))
                .andExpect(status().isFound());
        deliver(
                "Message-ID: <c@customer.example>\nFrom: anna@customer.example\nIn-Reply-To: <a@customer.example>\nSubject: Re: First\n\nMore");
        come();
        assertThat(number("select ticket_id from ticket_message where internet_id = 'c@customer.example'"))
                .isEqualTo(second);
        database.sql("update ticket set status = 'CLOSED', solved_at = now() where id = " + second)
                .update();
        deliver(
                "Message-ID: <d@customer.example>\nFrom: anna@customer.example\nIn-Reply-To: <c@customer.example>\nSubject: Again\n\nBroken again");
        come();
        assertThat(number("select follows_id from ticket where name = 'Again'")).isEqualTo(second);
    }

    @Test
    void programsChangeNothingAndAreNotAnswered() throws Exception {
        database.sql("update mailbox set acknowledges = true").update();
        deliver("Message-ID: <a@customer.example>\nFrom: anna@customer.example\nSubject: Printer\n\nIt is broken");
        come();
        sendDue();
        MimeMessage acknowledgement = inbox("customer.example").get(0);
        assertThat(acknowledgement.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(acknowledgement.getHeader("In-Reply-To")).containsExactly("<a@customer.example>");
        long ticket = number("select id from ticket");
        reply(ticket, "Is it plugged in?", "PENDING");
        deliver(
                "Message-ID: <away@customer.example>\nFrom: anna@customer.example\nAuto-Submitted: auto-replied\nIn-Reply-To: "
                        + acknowledgement.getMessageID() + "\nSubject: Away\n\nI am away");
        deliver(
                "Message-ID: <away2@customer.example>\nFrom: bob@customer.example\nAuto-Submitted: auto-replied\nSubject: Away\n\nI am away");
        deliver(
                "Message-ID: <news@list.example>\nFrom: news@list.example\nList-Id: <x.list.example>\nSubject: News\n\nBuy");
        deliver(
                "Message-ID: <shop@shop.example>\nFrom: shop@shop.example\nAuto-Submitted: auto-generated\nSubject: Order\n\nAn order");
        deliver("Message-ID: <own@example.com>\nFrom: support@example.com\nSubject: Own\n\nHello");
        come();
        sendDue();
        assertThat(text("select status from ticket where id = " + ticket))
                .as("nobody has answered")
                .isEqualTo("PENDING");
        show(agent, "/support/tickets/" + ticket)
                .andExpect(content().string(containsString("I am away")))
                .andExpect(content().string(containsString("A program wrote this")));
        assertThat(database.sql("select reason from inbound_mail where state = 'TRAY' order by reason")
                        .query(String.class)
                        .list())
                .containsExactly("AUTO_REPLY", "LIST", "OWN");
        assertThat(number("select count(*) from ticket where name = 'Order'")).isEqualTo(1);
        assertThat(inbox("shop.example")).isEmpty();
        assertThat(inbox("list.example")).isEmpty();
        assertThat(inbox("customer.example"))
                .as("the acknowledgement and the reply")
                .hasSize(2);
    }

    @Test
    void twoThatAnswerEachOtherFallSilent() throws Exception {
        database.sql("update mailbox set acknowledges = true").update();
        for (int i = 0; i < 70; i++) {
            deliver("Message-ID: <r" + i + "@robot.example>\nFrom: robot@robot.example\nSubject: Thank you " + i
                    + "\n\nWe got your mail");
        }
        come();
        sendDue();
        assertThat(inbox("robot.example")).hasSize(3);
        assertThat(number("select count(*) from inbound_mail where reason = 'FLOOD'"))
                .isPositive();
        assertThat(number("select count(*) from inbound_mail"))
                .as("nothing is thrown away")
                .isEqualTo(70);
    }

    @Test
    void aLetterThatComesBackIsToldWhereItWasWritten() throws Exception {
        deliver("Message-ID: <a@customer.example>\nFrom: anna@customer.example\nSubject: Printer\n\nIt is broken");
        come();
        long ticket = number("select id from ticket");
        reply(ticket, "Is it plugged in?", "PENDING");
        String id = inbox("customer.example").get(0).getMessageID();
        deliver("""
                Message-ID: <b@mx.example>
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x

                Sorry.
                --x
                Content-Type: message/delivery-status

                Status: 5.1.1
                Diagnostic-Code: smtp; 550 mailbox is full

                --x
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --x--
                """.formatted(id));
        come();
        assertThat(text("select status from ticket")).isEqualTo("PENDING");
        show(agent, "/support/tickets/" + ticket)
                .andExpect(content()
                        .string(containsString("Did not reach anna@customer.example: smtp; 550 mailbox is full")));
        assertThat(number("select count(*) from notice where message = 'support.delivery.notice'"))
                .isEqualTo(1);
    }

    @Test
    void filesAreKeptOrNamedAndTheOriginalHasAll() throws Exception {
        deliver("""
                Message-ID: <a@customer.example>
                From: anna@customer.example
                Subject: Files
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/html

                <p>Look <img src="cid:pic"><img src="https://spy.example/p.png"></p><script>alert(1)</script>
                --x
                Content-Type: image/png; name=pic.png
                Content-ID: <pic>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --x
                Content-Type: application/octet-stream; name=virus.exe
                Content-Disposition: attachment

                MZ
                --x--
                """);
        come();
        long ticket = number("select id from ticket");
        long message = number("select id from ticket_message");
        String path = "/support/tickets/" + ticket;
        show(agent, path)
                .andExpect(content().string(containsString("virus.exe")))
                .andExpect(content().string(containsString("pic.png")));
        show(agent, path + "/messages/" + message + "/layout")
                .andExpect(header().string("Content-Security-Policy", containsString("img-src 'self' data:;")))
                .andExpect(content().string(containsString(path + "/files/" + number("select id from ticket_file"))))
                .andExpect(content().string(not(containsString("spy.example"))))
                .andExpect(content().string(not(containsString("alert"))));
        show(agent, path + "/messages/" + message + "/layout?pictures=true")
                .andExpect(header().string("Content-Security-Policy", containsString("https:")))
                .andExpect(content().string(containsString("spy.example")));
        show(agent, path + "/messages/" + message + "/original")
                .andExpect(content().string(containsString("virus.exe")));
        Viewer stranger = accounts.serviceAgent();
        for (String what : List.of("layout", "original")) {
            show(stranger, path + "/messages/" + message + "/" + what).andExpect(status().isNotFound());
        }
    }

    @Test
    void theTrayGivesEachMailItsPlace() throws Exception {
        for (int i = 1; i <= 3; i++) {
            deliver("Message-ID: <n" + i + "@list.example>\nFrom: news@list.example\nPrecedence: bulk\nSubject: News "
                    + i + "\n\nBuy " + i);
        }
        deliver("Message-ID: <a@customer.example>\nFrom: anna@customer.example\nSubject: Printer\n\nIt is broken");
        come();
        long[] waiting =
                database
                        .sql("select id from inbound_mail where state = 'TRAY' order by id")
                        .query(Long.class)
                        .list()
                        .stream()
                        .mapToLong(Long::longValue)
                        .toArray();
        assertThat(waiting).hasSize(3);
        String tray = "/support/mail-tray";
        show(manager, tray)
                .andExpect(content().string(containsString("News 2")))
                .andExpect(content().string(containsString("newsletter or list")));
        show(agent, tray).andExpect(status().isForbidden());
        show(manager, tray + "/" + waiting[0]).andExpect(content().string(containsString("Buy 1")));
        show(manager, tray + "/" + waiting[0] + "/original")
                .andExpect(content().string(containsString("Precedence: bulk")));

        send(manager, post(tray + "/" + waiting[0] + "/ticket"))
                .andExpect(flash().attribute("notice", "support.tray.opened"));
        assertThat(text("select requester_email from ticket where name = 'News 1'"))
                .isEqualTo("news@list.example");
        send(manager, post(tray + "/" + waiting[0] + "/ticket")).andExpect(status().isNotFound());

        send(manager, post(tray + "/" + waiting[1] + "/place").param("number", "999999"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("You see no ticket of this number.")));
        long printer = number("select number from ticket where name = 'Printer'");
        send(manager, post(tray + "/" + waiting[1] + "/place").param("number", "" + printer))
                .andExpect(flash().attribute("notice", "support.tray.placed"));
        assertThat(
                        number(
                                "select count(*) from ticket_message m join ticket t on t.id = m.ticket_id where t.name = 'Printer'"))
                .isEqualTo(2);

        send(manager, post(tray + "/" + waiting[2] + "/aside")).andExpect(status().isFound());
        show(manager, tray).andExpect(content().string(not(containsString("News 3"))));
        show(manager, tray + "?aside=true").andExpect(content().string(containsString("News 3")));
        send(manager, post(tray + "/" + waiting[2] + "/return")).andExpect(status().isFound());
        show(manager, tray).andExpect(content().string(containsString("News 3")));
    }

    @Test
    void whatGoesWrongWaitsForAPersonAfterAWhile() throws Exception {
        deliver("Message-ID: <a@customer.example>\nFrom: anna@customer.example\nSubject: Printer\n\nIt is broken");
        fetch.fetchAll();
        // no ticket can be written
        database.sql("alter table ticket add constraint test_refuses check (name <> 'Printer')")
                .update();
        try {
            for (int i = 0; i < 3; i++) {
                database.sql("update inbound_mail set next_at = now()").update();
                intake.readDue();
            }
        } finally {
            database.sql("alter table ticket drop constraint test_refuses").update();
        }
        assertThat(text("select state || ' ' || reason from inbound_mail")).isEqualTo("TRAY FAILED");
        send(manager, post("/support/mail-tray/" + number("select id from inbound_mail") + "/ticket"))
                .andExpect(flash().attribute("notice", "support.tray.opened"));
    }

    @Test
    void onlyWhatComesFromNowOnUnlessSomebodySaysSo() throws Exception {
        SERVER.setUser("old@example.com", "old", "a secret");
        deliver(
                "old@example.com",
                "Message-ID: <before@customer.example>\nFrom: anna@customer.example\nSubject: Before\n\nOld");
        // servers tell no more than the second
        Thread.sleep(1100);
        send(manager, box("old@example.com", "old", false)).andExpect(status().isFound());
        deliver(
                "old@example.com",
                "Message-ID: <between@customer.example>\nFrom: anna@customer.example\nSubject: Between\n\nNobody has looked yet");
        fetch.fetchAll();
        deliver(
                "old@example.com",
                "Message-ID: <after@customer.example>\nFrom: anna@customer.example\nSubject: After\n\nNew");
        come();
        assertThat(database.sql("select name from ticket order by number")
                        .query(String.class)
                        .list())
                .containsExactly("Between", "After");
    }

    @Test
    void theTestOfAConnectionSaysWhatIsWrong() throws Exception {
        test().andExpect(flash().attribute("notice", "support.mailbox.tested"));
        try (ServerSocket strict = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> refusal = CompletableFuture.runAsync(() -> refuse(strict));
            change("password", "wrong", "port", "" + strict.getLocalPort());
            test().andExpect(flash().attribute("problem", "support.mailbox.problem.SIGN_IN"));
            refusal.join();
        }
        change("password", "a secret", "folder", "Nowhere");
        test().andExpect(flash().attribute("problem", "support.mailbox.problem.FOLDER"));
        change("password", "a secret", "port", "1");
        test().andExpect(flash().attribute("problem", "support.mailbox.problem.REFUSED"));
        change("password", "a secret", "host", "no-such-host.invalid");
        test().andExpect(flash().attribute("problem", "support.mailbox.problem.HOST"));
        change("password", "a secret", "security", "TLS");
        test().andExpect(flash().attribute("problem", "support.mailbox.problem.TLS"));
        change("password", "a secret", "security", "STARTTLS");
        test().andExpect(flash().attribute("problem", "support.mailbox.problem.TLS"));
        fetch.fetchAll();
        show(manager, "/administration/mailboxes").andExpect(content().string(containsString("can&#39;t be read")));
        database.sql("update mailbox_progress set failing_since = now() - interval '20 minutes'")
                .update();
        fetch.fetchAll();
        fetch.fetchAll();
        assertThat(number("select count(*) from notice where message = 'support.mailbox.notice' and person_id = "
                        + manager.personId()))
                .isEqualTo(1);
        assertThat(text("select encode(password, 'escape') from mailbox")).doesNotContain("secret");
    }

    @Test
    void aPasswordGoesToNoOtherServer() throws Exception {
        send(manager, edit("password", "", "host", "elsewhere.example"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Enter the password again")))
                .andExpect(content().string(containsString("elsewhere.example")));
        send(manager, edit("password", "", "active", "false")).andExpect(status().isFound());
        show(manager, "/administration/mailboxes/" + mailbox + "/edit")
                .andExpect(content().string(not(containsString("a secret"))));
        show(agent, "/administration/mailboxes").andExpect(status().isForbidden());
    }

    /** Speaks just enough IMAP to take no password. */
    private static void refuse(ServerSocket server) {
        try (Socket client = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("* OK ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String tag = line.split(" ")[0];
                if (line.contains("CAPABILITY")) {
                    out.print("* CAPABILITY IMAP4rev1\r\n" + tag + " OK\r\n");
                } else if (line.contains("LOGIN")) {
                    out.print(tag + " NO [AUTHENTICATIONFAILED] wrong\r\n");
                } else {
                    out.print(tag + " OK\r\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResultActions test() throws Exception {
        return send(manager, post("/administration/mailboxes/" + mailbox + "/test"));
    }

    private void change(String... fields) throws Exception {
        send(manager, edit(fields)).andExpect(status().isFound());
    }

    /** As it is, but for these fields and their values. */
    private AbstractMockHttpServletRequestBuilder<?> edit(String... fields) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "name", "Example support",
                "address", BOX,
                "host", "127.0.0.1",
                "port", "" + SERVER.getImap().getPort(),
                "security", "NONE",
                "userName", "support",
                "folder", "INBOX",
                "queueId", "" + queue,
                "active", "true",
                "version", "" + number("select version from mailbox where id = " + mailbox)));
        for (int i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        for (String one : List.of("fromStart", "plusAddresses", "acknowledges")) {
            typed.putIfAbsent(one, "false");
        }
        var request = post("/administration/mailboxes/" + mailbox);
        typed.forEach(request::param);
        return request;
    }

    private AbstractMockHttpServletRequestBuilder<?> box(String address, String user, boolean fromStart) {
        return post("/administration/mailboxes")
                .param("name", "Example support")
                .param("address", address)
                .param("host", "127.0.0.1")
                .param("port", "" + SERVER.getImap().getPort())
                .param("security", "NONE")
                .param("userName", user)
                .param("password", "a secret")
                .param("folder", "INBOX")
                .param("queueId", "" + queue)
                .param("fromStart", "" + fromStart)
                .param("plusAddresses", "false")
                .param("acknowledges", "false")
                .param("active", "true");
    }

    private void reply(long ticket, String words, String next) throws Exception {
        send(
                        agent,
                        multipart("/support/tickets/" + ticket + "/messages")
                                .param("kind", "REPLY")
                                .param("text", words)
                                .param("status", next))
                .andExpect(status().isFound());
        database.sql("update outbox_mail set next_at = now() - interval '1 second' where state = 'WAITING'")
                .update();
        sendDue();
    }

    private void deliver(String raw) throws Exception {
        deliver(BOX, raw);
    }

    private void deliver(String address, String raw) throws Exception {
        GreenMailUser user = SERVER.getUserManager().getUserByEmail(address);
        user.deliver(new MimeMessage(
                SERVER.getImap().createSession(),
                new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    /** The job of the application may hold a mail just then, and is waited for. */
    private void come() {
        fetch.fetchAll();
        intake.readDue();
        Instant end = Instant.now().plusSeconds(20);
        while (number("select count(*) from inbound_mail where state = 'NEW' and next_at <= now()") > 0
                && Instant.now().isBefore(end)) {
            intake.readDue();
        }
    }

    private ResultActions show(Viewer who, String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(who)));
    }

    private ResultActions send(Viewer who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(signedIn(who)));
    }

    private List<String> events(long ticket) {
        return database.sql("select kind from ticket_event where ticket_id = ? order by id")
                .param(ticket)
                .query(String.class)
                .list();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
