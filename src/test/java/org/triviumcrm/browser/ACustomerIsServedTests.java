package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.triviumcrm.testing.TestDatabase;

/**
 * All of customer service as one story, with real mail servers: an administrator enters the mailbox, a promise, a chat and what is asked
 * after a solution; a customer writes a mail, is answered, writes again, chats, gets the solution and the survey by mail and answers it;
 * the manager sees which promise was kept, which was broken, and why. A newsletter waits in the tray.
 */
@ContextConfiguration(initializers = TestDatabase.BrowsedAlone.class, inheritInitializers = false)
class ACustomerIsServedTests extends DemoCompanyTest {

    private static final String CUSTOMER = "anna@customer.example";

    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            })
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());

    private static final Website WEBSITE = new Website();

    /** Letters with surveys that were seen already. */
    private final Set<String> asked = new HashSet<>();

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
        WEBSITE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aCustomerIsServed(String spoken) throws Exception {
        speak(spoken);
        String box = spoken + "-support@example.com";
        theMailboxIsEntered(spoken, box);
        aPromiseIsMade(spoken);
        theSurveyIsChosen();
        aChatIsEntered(spoken);
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
        sixHoursPass(path);
        theCustomerChats();
        itIsSolved(path);
        int points = spoken.equals("en") ? 2 : 5;
        theCustomerAnswersTheSurvey(points);
        theManagerSeesWhatWasPromised(path, subject, points);
    }

    /** On the customer's own pages, by an invitation. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aCustomerComesToThePortal(String spoken) throws Exception {
        speak(spoken);
        CustomerInThePortal customer = new CustomerInThePortal(this, SERVER);
        customer.comesIn();
        customer.isHelped();
        customer.agrees();
    }

    /** Before all others; the mailbox's page is still open. */
    private void aPromiseIsMade(String spoken) {
        visit("/administration/promises/new");
        page.locator("[name=name]").fill("Promise " + spoken);
        for (int i = 0; i < 4; i++) {
            page.locator("[name='rows[" + i + "].firstResponse']").fill(i == 2 ? "soon" : "1");
            page.locator("[name='rows[" + i + "].resolution']").fill("4");
            page.locator("[name='rows[" + i + "].aroundTheClock']").selectOption("true");
        }
        Locator save = page.locator("#policy form button[type=submit]").last();
        save.click();
        assertThat(page.locator("[name='rows[2].firstResponse']")).hasValue("soon");
        page.locator("[name='rows[2].firstResponse']").fill("1h");
        save.click();
        Locator row = page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("Promise " + spoken));
        Locator up = row.locator("form:has([name=step][value='-1']) button");
        while (up.isEnabled()) {
            int before = database.sql("select position from sla_policy where name = ?")
                    .param("Promise " + spoken)
                    .query(Integer.class)
                    .single();
            up.click();
            page.waitForURL("**/administration/promises");
            Assertions.assertThat(database.sql("select position from sla_policy where name = ?")
                            .param("Promise " + spoken)
                            .query(Integer.class)
                            .single())
                    .isLessThan(before);
        }
    }

    private void theSurveyIsChosen() {
        visit("/administration/ticket-satisfaction");
        page.locator("[name=surveyId]")
                .selectOption(database.sql("select id::text from survey where purpose = 'CSAT' and state = 'OPEN'")
                        .query(String.class)
                        .single());
        page.locator("[name=delayHours]").fill("0");
        page.locator("[name=pauseDays]").fill("0");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("#notices")).containsText(text("support.satisfaction.saved"));
    }

    private void aChatIsEntered(String spoken) {
        visit("/administration/chat-widgets/new");
        page.locator("[name=name]").fill(spoken + " website");
        page.locator("[name=origins]").fill(WEBSITE.origin());
        page.locator("[name=queueId]").selectOption(queueOfTheAgent());
        page.locator("[name=keepsHours]").uncheck();
        page.locator("form[action$='/chat-widgets'] button[type=submit]").click();
        WEBSITE.shows(page.locator("#snippet").inputValue(), said("en", "zh-CN"));
    }

    private String queueOfTheAgent() {
        return database.sql("""
                        select q.queue_id::text from ticket_queue_member q join person p on p.id = q.person_id
                        where p.sign_in_name = ? order by q.queue_id limit 1""")
                .param(said("owen.hughes", "he.xin"))
                .query(String.class)
                .single();
    }

    /** The ticket began, and waits again, since six hours ago; what happens next is reckoned from that. */
    private void sixHoursPass(String path) {
        long ticket = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        for (String sql : new String[] {
            "update ticket set created_at = created_at - interval '6 hours', first_reply_at = first_reply_at - interval '6 hours' where id = ?",
            "update ticket_event set at = at - interval '6 hours' where ticket_id = ?",
            "update ticket_message set at = at - interval '6 hours' where ticket_id = ?"
        }) {
            database.sql(sql).param(ticket).update();
        }
    }

    private void theCustomerChats() {
        at("agent");
        visit("/support/chat");
        page.locator("form[action$='/availability'] button").click();
        Page agent = keepWindow();
        onAPhone();
        page.navigate(WEBSITE.origin());
        Locator chat = page.locator("#trivium-chat");
        chat.locator("button.opener").click();
        chat.locator("#name").fill("Anna");
        chat.locator("#email").fill(CUSTOMER);
        chat.locator("#text").fill(said("Is anybody at it?", "有人在处理吗？"));
        chat.locator("button.main").click();
        agent.locator("#chat-rows form button").click();
        assertThat(agent.locator(".chat-words .thread-inbound")).containsText(said("Is anybody at it?", "有人在处理吗？"));
        agent.locator(".chat-write textarea").fill(said("The part arrives today.", "配件今天到。"));
        agent.locator(".chat-write textarea").press("Enter");
        assertThat(chat.locator("li.them")).containsText(said("The part arrives today.", "配件今天到。"));
        chat.locator("[data-key=end]").click();
        chat.locator("[data-key=points4]").click();
        assertThat(chat.locator("[data-key=points4]")).hasAttribute("aria-pressed", "true");
        agent.close();
    }

    private void itIsSolved(String path) {
        at("agent");
        visit(path);
        page.locator("#write textarea").fill(said("It is repaired.", "已经修好。"));
        page.locator("#write [name=status]").selectOption("SOLVED");
        page.locator("#write button[type=submit]").click();
        assertThat(page.locator("#record-title")).containsText(text("support.ticket.status.SOLVED"));
        isDelivered();
    }

    /** The link in the mail leads to it; a rating that is bad is asked about. */
    private void theCustomerAnswersTheSurvey(int points) throws Exception {
        Matcher link =
                Pattern.compile("https://crm\\.example\\.com(/survey/\\S+)").matcher(surveyLetter());
        Assertions.assertThat(link.find()).as("a link in the letter").isTrue();
        onAPhone();
        page.navigate(link.group(1));
        page.locator(".points input").nth(points - 1).check();
        page.locator(".acts .main").click();
        if (points == 2) {
            page.locator("textarea").fill(said("Too slow", "太慢了"));
        } else {
            assertThat(page.locator(".points")).hasCount(0); // nothing more is asked
        }
        page.waitForTimeout(2_100); // sooner than two seconds a person does not answer
        page.locator(".acts .main").click();
        assertThat(page.locator("[role=status]")).isVisible();
    }

    /** It may overtake the reply, which waits for a moment before it leaves. */
    private String surveyLetter() throws Exception {
        for (int i = 0; i < 90; i++) {
            hurry("support-ask-about-solved-tickets", "messaging-send-outbox");
            MimeMessage[] all = SERVER.getReceivedMessagesForDomain(CUSTOMER);
            for (MimeMessage one : all) {
                if (one.getMessageID().startsWith("<survey-") && asked.add(one.getMessageID())) {
                    return words(one);
                }
            }
            page.waitForTimeout(1000);
        }
        throw new AssertionError("No survey came by mail");
    }

    private void isDelivered() {
        Locator last = page.locator(".thread-delivery").last();
        String sent = text("support.delivery.SENT", CUSTOMER);
        for (int i = 0; i < 30 && !last.innerText().contains(sent); i++) {
            hurry("messaging-send-outbox");
            page.waitForTimeout(1000);
        }
        assertThat(last).containsText(sent);
    }

    private static String words(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(words(parts.getBodyPart(i)));
            }
            return all.toString();
        }
        return "";
    }

    /** The first answer came within the hour, the solution six hours after the opening instead of four. */
    private void theManagerSeesWhatWasPromised(String path, String subject, int points) {
        at("director");
        visit("/insight/tickets");
        scan();
        page.locator("main tfoot a[href*='brokenOn']").first().click();
        page.locator("#results a", new Page.LocatorOptions().setHasText(subject))
                .first()
                .click();
        assertThat(page.locator("#record-facts")).containsText(text("support.ticket.satisfaction.of", points));
        Locator promises = page.locator("#promises");
        assertThat(promises).containsText(text("support.sla.standing.MET"));
        assertThat(promises).containsText(text("support.sla.standing.BROKEN"));
        promises.locator("a[href$='/promises']").click();
        assertThat(page.locator("#promise-FIRST_RESPONSE")).containsText(text("support.sla.standing.MET"));
        Locator solution = page.locator("#promise-RESOLUTION");
        assertThat(solution).containsText(text("support.sla.standing.BROKEN"));
        assertThat(solution.locator(
                        "tbody tr", new Locator.LocatorOptions().setHasText(text("support.sla.account.stands"))))
                .containsText(text("support.ticket.status.PENDING"));
        scan();
        phoneOf("director");
        visit(path + "/promises");
        assertThat(page.locator("#promise-RESOLUTION")).isVisible();
        assertFits();
        screenshot("service/promises-" + said("en", "zh"));
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
        page.locator("[name=queueId]").selectOption(queueOfTheAgent());
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
            hurry("support-fetch-mail", "support-read-mail");
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
        page.locator("#write [name=status]").selectOption("PENDING");
        page.locator("#write button[type=submit]").click();
        assertThat(page.locator(".thread-recall")).isVisible();
        isDelivered();
        scan();
    }

    private MimeMessage answer() {
        MimeMessage[] all = SERVER.getReceivedMessagesForDomain(CUSTOMER);
        return all[all.length - 1];
    }

    private void itIsOpenAgain(String path, String words) {
        for (int i = 0; i < 60 && page.locator(".thread-inbound").count() < 2; i++) {
            hurry("support-fetch-mail", "support-read-mail");
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
