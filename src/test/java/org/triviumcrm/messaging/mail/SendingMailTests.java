package org.triviumcrm.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;

/** E-mails on their way to a real server on this machine, and to some that misbehave. */
class SendingMailTests extends MailServerTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    Notices notices;

    @Autowired
    MailDelivery delivery;

    private Viewer ann;

    @BeforeEach
    void people() throws Exception {
        ann = person("ann@example.com", "en");
    }

    @Test
    void theReceiverReadsItInTheOwnLanguageAsTextAndAsHtml() throws Exception {
        Viewer li = person("li@example.com", "zh-CN");
        tell(ann, "Bob <b>", "Deal");
        tell(li, "Bob", "Deal");
        delivery.deliverDue();

        MimeMessage english = inbox("ann@example.com").get(0);
        assertThat(english.getSubject()).isEqualTo("Bob <b> gave you the opportunity “Deal”");
        assertThat(english.getFrom()[0]).hasToString("Trivium <crm@example.com>");
        assertThat(english.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(english.getMessageID()).matches("<trivium-\\d+@example.com>");
        String link = "https://crm.example.com/notices/"
                + number("select max(id) from notice where person_id = " + ann.personId());
        assertThat(body(english, 0)).contains("Bob <b> gave you", link, "https://crm.example.com/account/notices");
        assertThat(body(english, 1)).contains("Bob &lt;b&gt; gave you", "href=\"" + link + "\"", "Open it in Trivium");
        MimeMessage chinese = inbox("li@example.com").get(0);
        assertThat(chinese.getSubject()).isEqualTo("Bob把商机“Deal”转交给您");
        assertThat(body(chinese, 1)).contains("在 Trivium 中打开");
        assertThat(states()).containsExactly("SENT", "SENT");
    }

    @Test
    void whoDoesNotWantThemOrHasNoAddressGetsNone() throws Exception {
        Viewer without = accounts.nobody();
        mvc.perform(post("/account/notices").with(csrf()).with(signedIn(ann))).andExpect(status().isFound());
        tell(ann, "Bob", "Deal");
        tell(without, "Bob", "Deal");
        assertThat(states()).isEmpty();
        assertThat(number("select count(*) from notice")).isEqualTo(2);

        mvc.perform(get("/account/notices").with(signedIn(ann)))
                .andExpect(content().string(not(containsString("checked=\"checked\""))));
        mvc.perform(get("/account/notices").with(signedIn(without)))
                .andExpect(content().string(containsString("does not know your e-mail address")));
        mvc.perform(post("/account/notices").param("mail", "true").with(csrf()).with(signedIn(ann)));
        mvc.perform(get("/account/notices").with(signedIn(ann)))
                .andExpect(content().string(containsString("checked=\"checked\"")));
        tell(ann, "Bob", "Deal");
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void twoNodesSendEachOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            tell(ann, "Bob", "Deal " + i);
        }
        CompletableFuture<Void> other = CompletableFuture.runAsync(delivery::deliverDue);
        delivery.deliverDue();
        other.join();
        assertThat(inbox("ann@example.com")).hasSize(40);
        assertThat(inbox("ann@example.com").stream()
                        .map(SendingMailTests::subject)
                        .distinct())
                .hasSize(40);
        assertThat(states()).hasSize(40).containsOnly("SENT");
    }

    @Test
    void aServerOutOfReachIsTriedAgainAfterGrowingPauses() {
        sender.setPort(1);
        tell(ann, "Bob", "Deal");
        tell(ann, "Bob", "Other");
        delivery.deliverDue();
        assertThat(number("select count(*) from outbox_mail where attempts = 0"))
                .as("one attempt is enough to know")
                .isEqualTo(1);
        database.sql("delete from outbox_mail where attempts = 0").update();
        for (Duration pause : MailDelivery.PAUSES) {
            assertThat(states()).containsExactly("WAITING");
            assertThat(number("select extract(epoch from next_at - changed_at)::bigint from outbox_mail"))
                    .isEqualTo(pause.toSeconds());
            delivery.deliverDue();
            long attempts = number("select attempts from outbox_mail");
            database.sql("update outbox_mail set next_at = now() - interval '1 second'")
                    .update();
            delivery.deliverDue();
            assertThat(number("select attempts from outbox_mail"))
                    .as("only when it is due")
                    .isEqualTo(attempts + 1);
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(database.sql("select problem from outbox_mail")
                        .query(String.class)
                        .single())
                .contains("refused");
    }

    @Test
    void aBusyServerIsTriedAgainAndARefusalIsFinal() throws Exception {
        tell(ann, "Bob", "Deal");
        try (FakeMailServer server = new FakeMailServer(FakeMailServer.Mood.IS_BUSY)) {
            sender.setPort(server.port());
            delivery.deliverDue();
            assertThat(states()).containsExactly("WAITING");
        }
        try (FakeMailServer server = new FakeMailServer(FakeMailServer.Mood.REFUSES)) {
            sender.setPort(server.port());
            database.sql("update outbox_mail set next_at = now()").update();
            delivery.deliverDue();
            assertThat(states()).containsExactly("FAILED");
        }
        Viewer administrator = accounts.administrator();
        mvc.perform(get("/administration/mail").param("state", "FAILED").with(signedIn(administrator)))
                .andExpect(content().string(containsString("no such user here")))
                .andExpect(content().string(containsString("ann@example.com")))
                .andExpect(content().string(not(containsString("Deal"))));
        sender.setPort(SERVER.getSmtp().getPort());
        mvc.perform(post("/administration/mail/" + number("select id from outbox_mail") + "/sending")
                        .with(csrf())
                        .with(signedIn(administrator)))
                .andExpect(flash().attribute("notice", "messaging.mail.sent"));
        assertThat(inbox("ann@example.com")).hasSize(1);
    }

    @Test
    void whatMayHaveBeenTakenIsNeverSentAgainByItself() throws Exception {
        tell(ann, "Bob", "Deal");
        try (FakeMailServer server = new FakeMailServer(FakeMailServer.Mood.HANGS_UP)) {
            sender.setPort(server.port());
            delivery.deliverDue();
            assertThat(server.taken()).isEqualTo(1);
            database.sql("update outbox_mail set next_at = now(), changed_at = now() - interval '1 day'")
                    .update();
            delivery.deliverDue();
            assertThat(server.taken()).isEqualTo(1);
        }
        assertThat(states()).containsExactly("UNCERTAIN");
        mvc.perform(get("/administration/mail").param("state", "UNCERTAIN").with(signedIn(accounts.administrator())))
                .andExpect(content().string(containsString("may get it twice")));
    }

    @Test
    void whatANodeTookToItsGraveIsGivenUp() {
        tell(ann, "Bob", "Deal");
        database.sql("update outbox_mail set state = 'SENDING', changed_at = now() - interval '9 minutes'")
                .update();
        delivery.deliverDue();
        assertThat(states()).containsExactly("SENDING");
        database.sql("update outbox_mail set changed_at = now() - interval '11 minutes'")
                .update();
        delivery.deliverDue();
        assertThat(states()).containsExactly("UNCERTAIN");
    }

    @Test
    void whoIsSwitchedOffMeanwhileGetsNothing() {
        tell(ann, "Bob", "Deal");
        database.sql("update person set active = false where id = " + ann.personId())
                .update();
        delivery.deliverDue();
        assertThat(states()).containsExactly("DROPPED");
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void theAdministratorTriesItOut() throws Exception {
        Viewer administrator = accounts.administrator();
        mvc.perform(post("/administration/mail/test").with(csrf()).with(signedIn(administrator)))
                .andExpect(flash().attribute("problem", "messaging.mail.noAddress"));
        database.sql("update person set email = 'admin@example.com' where id = " + administrator.personId())
                .update();
        mvc.perform(post("/administration/mail/test").with(csrf()).with(signedIn(administrator)))
                .andExpect(flash().attribute("notice", "messaging.mail.sent"));
        assertThat(subject(inbox("admin@example.com").get(0)))
                .startsWith("Test e-mail from Trivium, through 127.0.0.1:");
        sender.setPort(1);
        mvc.perform(post("/administration/mail/test").with(csrf()).with(signedIn(administrator)))
                .andExpect(flash().attribute("problem", "messaging.mail.notSent"));
        mvc.perform(post("/administration/mail/test").with(csrf()).with(signedIn(ann)))
                .andExpect(status().isForbidden());
    }

    private Viewer person(String email, String language) {
        Viewer person = accounts.nobody();
        database.sql("update person set email = :email, locale = :language where id = :id")
                .param("email", email)
                .param("language", language)
                .param("id", person.personId())
                .update();
        return person;
    }

    private void tell(Viewer person, String giver, String deal) {
        notices.tell(List.of(person.personId()), "sales.notice.given", List.of(giver, deal), "/customers");
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> states() {
        return database.sql("select state from outbox_mail order by id")
                .query(String.class)
                .list();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
