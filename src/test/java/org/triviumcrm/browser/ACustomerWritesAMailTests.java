package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.triviumcrm.testing.TestDatabase;

/**
 * With real mail servers: an administrator enters the mailbox and tries it, a customer writes, an agent answers in the browser, the customer
 * has the answer and writes again, and the ticket is open again; a newsletter waits in the tray.
 */
@ContextConfiguration(initializers = TestDatabase.BrowsedAlone.class, inheritInitializers = false)
class ACustomerWritesAMailTests extends DemoCompanyTest {

    private static final String CUSTOMER = "anna@customer.example";

    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            })
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("trivium.mail.from", () -> "Trivium <crm@example.com>");
        properties.add("trivium.public-url", () -> "https://crm.example.com/");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aConversationByMail(String spoken) throws Exception {
        speak(spoken);
        String box = spoken + "-support@example.com";
        theMailboxIsEntered(spoken, box);
        String subject = said("The press stops", "压力机停机");
        write(box, spoken + "-1", "", subject, said("It stops every ten minutes.", "每十分钟停一次。"));
        write(box, spoken + "-news", "List-Id: <news.example>\r\n", "News " + spoken, "Buy");
        String path = waitFor(subject);
        theAgentAnswers(path);
        MimeMessage answer = answer();
        Assertions.assertThat(answer.getSubject()).contains(subject);
        Assertions.assertThat(answer.getFrom()[0].toString()).contains(box);
        write(
                box,
                spoken + "-2",
                "In-Reply-To: " + answer.getMessageID() + "\r\n",
                "Re",
                said("It stopped again.", "又停了。"));
        itIsOpenAgain(path, said("It stopped again.", "又停了。"));
        theNewsletterIsPutAside(spoken);
    }

    private void theMailboxIsEntered(String spoken, String box) {
        SERVER.setUser(box, spoken, "a secret");
        at("administrator");
        visit("/administration/mailboxes");
        page.locator("a[href$='/administration/mailboxes/new']").first().click();
        page.locator("[name=name]").fill(said("Example support", "示例客服"));
        page.locator("[name=address]").fill(box);
        page.locator("[name=host]").fill("127.0.0.1");
        page.locator("[name=port]").fill("no port");
        page.locator("[name=userName]").fill(spoken);
        page.locator("[name=security]").selectOption("NONE");
        page.locator("[name=queueId]")
                .selectOption(database.sql("""
                        select q.queue_id::text from ticket_queue_member q join person p on p.id = q.person_id
                        where p.sign_in_name = ? order by q.queue_id limit 1""")
                        .param(said("owen.hughes", "he.xin"))
                        .query(String.class)
                        .single());
        page.locator("form[action$='/mailboxes'] button[type=submit]").click();
        assertThat(page.locator("#password-more")).isVisible();
        assertThat(page.locator("[name=host]")).hasValue("127.0.0.1");
        scan();
        page.locator("[name=port]").fill("" + SERVER.getImap().getPort());
        page.locator("[name=password]").fill("a secret");
        page.locator("form[action$='/mailboxes'] button[type=submit]").click();
        page.locator("form[action$='/test'] button").click();
        assertThat(page.locator("#notices")).containsText(text("support.mailbox.tested", 0));
    }

    private String waitFor(String subject) {
        at("agent");
        Locator found = page.locator("#results a", new Page.LocatorOptions().setHasText(subject));
        for (int i = 0; i < 60 && (i == 0 || found.count() == 0); i++) {
            page.waitForTimeout(1000);
            visit("/support/tickets");
        }
        found.first().click();
        assertThat(page.locator(".thread-inbound")).containsText(said("every ten minutes", "每十分钟"));
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private void theAgentAnswers(String path) {
        assertThat(page.locator("#write")).containsText(text("support.way.BY_MAIL", CUSTOMER));
        page.locator("#write textarea").fill(said("What does the display say?", "屏幕显示什么？"));
        page.locator("#write [name=status]").selectOption("SOLVED");
        page.locator("#write button[type=submit]").click();
        assertThat(page.locator(".thread-recall")).isVisible();
        assertThat(page.locator(".thread-delivery").last()).containsText(text("support.delivery.SENT", CUSTOMER));
        scan();
    }

    private MimeMessage answer() {
        MimeMessage[] all = SERVER.getReceivedMessagesForDomain(CUSTOMER);
        return all[all.length - 1];
    }

    private void itIsOpenAgain(String path, String words) {
        for (int i = 0; i < 60 && page.locator(".thread-inbound").count() < 2; i++) {
            page.waitForTimeout(1000);
            visit(path);
        }
        assertThat(page.locator(".thread-inbound").last()).containsText(words);
        assertThat(page.locator("#record-title")).containsText(text("support.ticket.status.OPEN"));
        phoneOf("agent");
        visit(path);
        assertFits();
    }

    private void theNewsletterIsPutAside(String spoken) {
        at("administrator");
        visit("/support/mail-tray");
        scan();
        page.locator("a", new Page.LocatorOptions().setHasText("News " + spoken))
                .click();
        assertThat(page.locator(".alert-info")).containsText(text("support.tray.why.LIST"));
        scan();
        page.locator("form[action$='/aside'] button").click();
        assertThat(page.locator("#notices")).containsText(text("support.tray.aside.done"));
        visit("/support/mail-tray?aside=true");
        assertThat(page.locator("main")).containsText("News " + spoken);
    }

    private static void write(String box, String id, String header, String subject, String words) throws Exception {
        String raw = "Message-ID: <" + id + "@customer.example>\r\nFrom: Anna <" + CUSTOMER + ">\r\nTo: " + box
                + "\r\nSubject: " + subject + "\r\n" + header + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                + words;
        SERVER.getUserManager()
                .getUserByEmail(box)
                .deliver(new MimeMessage(
                        SERVER.getImap().createSession(),
                        new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }
}
