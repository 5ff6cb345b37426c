package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator enters a chat and copies its line into a website of another origin. A visitor writes from a phone, an agent answers at
 * the desk and hands over, the colleague makes a ticket of it; then nobody is there, and the visitor writes instead.
 */
class AVisitorTalksTests extends DemoCompanyTest {

    private static final Website WEBSITE = new Website();

    @AfterAll
    static void stop() {
        WEBSITE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aTalk(String spoken) {
        speak(spoken);
        database.sql("delete from chat_agent").update();
        String snippet = theChatIsEntered(spoken);
        WEBSITE.shows(snippet, said("en", "zh-CN"));
        at("agent");
        visit("/support/chat");
        page.locator("form[action$='/availability'] button").click();
        assertThat(page.locator(".page-actions .badge")).hasText(text("support.chat.there"));
        Page agent = keepWindow();

        Page visitor = theVisitorBegins();
        agent.locator("#chat-rows form button").click();
        assertThat(agent.locator(".chat-words .thread-inbound")).containsText("<b>pump</b>");
        assertThat(visitor.locator("#trivium-chat li.event")).containsText(name("agent"));
        agent.locator(".chat-write textarea").fill(said("Good day!", "您好！"));
        agent.locator(".chat-write textarea").press("Enter");
        assertThat(visitor.locator("#trivium-chat li.them")).containsText(said("Good day!", "您好！"));
        assertThat(visitor.locator("#trivium-chat .offers:visible")).hasCount(0);
        visitor.locator("#trivium-chat textarea").fill(said("It leaks.", "漏水了。"));
        visitor.locator("#trivium-chat textarea").press("Enter");
        assertThat(agent.locator(".chat-words .thread-inbound").last()).containsText(said("It leaks.", "漏水了。"));
        assertThat(visitor.locator("#trivium-chat li.you.unsent")).hasCount(0);
        filesGoBothWays(agent, visitor);
        aWhisperStaysAmongUs(agent, visitor);
        itIsHandedOver(agent, visitor);
        theColleagueMakesATicket(visitor);
        theVisitorEndsAndJudges(visitor);
        nobodyIsThere(visitor);
    }

    private String theChatIsEntered(String spoken) {
        at("administrator");
        visit("/administration/chat-widgets/new");
        page.locator("[name=name]").fill(spoken + " shop");
        page.locator("[name=origins]").fill("not a website");
        page.locator("[name=queueId]").selectOption(new String[] {
            database.sql("select id::text from ticket_queue order by position, id limit 1")
                    .query(String.class)
                    .single()
        });
        page.locator("[name=keepsHours]").uncheck();
        page.locator("form[action$='/chat-widgets'] button[type=submit]").click();
        assertThat(page.locator("#origins-more")).containsText(text("support.widget.error.origins"));
        page.locator("[name=origins]").fill(WEBSITE.origin());
        page.locator("form[action$='/chat-widgets'] button[type=submit]").click();
        assertThat(page.locator("#snippet")).isVisible();
        scan();
        screenshot("chat/widget-" + spoken);
        return page.locator("#snippet").inputValue();
    }

    private Page theVisitorBegins() {
        onAPhone();
        page.navigate(WEBSITE.origin());
        Locator chat = page.locator("#trivium-chat");
        chat.locator("button.opener").click();
        scan();
        chat.locator("#name").fill("Ann");
        chat.locator("#email").fill("not an address");
        chat.locator("#text").fill(said("My <b>pump</b>", "我的水泵漏水 <b>pump</b>"));
        chat.locator("button.main").click();
        assertThat(chat.locator(".wrong")).hasText(text("support.visitor.WRONG_EMAIL"));
        assertThat(chat.locator("#text")).hasValue(said("My <b>pump</b>", "我的水泵漏水 <b>pump</b>"));
        chat.locator("#email").fill("ann@visitor.example");
        chat.locator("button.main").click();
        assertThat(chat.locator("li.you")).containsText("<b>pump</b>");
        Assertions.assertThat(chat.locator("li b").count())
                .as("what visitors write is text")
                .isZero();
        anArticleIsOffered(chat);
        assertFits();
        scan();
        screenshot("chat/visitor-" + said("en", "zh"));
        Assertions.assertThat(page.context().cookies()).as("no cookies of ours").isEmpty();
        return keepWindow();
    }

    /** In the visitor's language, until somebody answers; it opens beside the website. */
    private void anArticleIsOffered(Locator chat) {
        assertThat(chat.locator(".offers a")).not().hasCount(0);
        Page article = page.waitForPopup(() -> chat.locator(".offers a").first().click());
        assertThat(article.locator("html")).hasAttribute("lang", said("en", "zh-CN"));
        assertThat(article.locator("article h1, main h1").first()).isVisible();
        article.close();
        assertThat(chat.locator(".offers [data-key=helped]")).isVisible();
    }

    private void filesGoBothWays(Page agent, Page visitor) {
        byte[] words = "A leak".getBytes(StandardCharsets.UTF_8);
        visitor.locator("#trivium-chat input[type=file]")
                .setInputFiles(new FilePayload("leak.txt", "text/plain", words));
        assertThat(agent.locator(".chat-words a.chat-said")).hasText("leak.txt");
        agent.locator("[data-chat-attach] input[type=file]")
                .setInputFiles(new FilePayload("run.exe", "text/plain", words));
        assertThat(agent.locator("[data-chat-file-refused]")).containsText(text("shared.attachment.error.kind"));
        agent.locator("[data-chat-attach] input[type=file]")
                .setInputFiles(new FilePayload("manual.txt", "text/plain", words));
        Locator manual = visitor.locator("#trivium-chat li.them button");
        assertThat(manual).containsText("manual.txt");
        Assertions.assertThat(visitor.waitForDownload(manual::click).suggestedFilename())
                .isEqualTo("manual.txt");
    }

    private void aWhisperStaysAmongUs(Page agent, Page visitor) {
        agent.locator("label[for^=note-true]").click();
        agent.locator(".chat-write textarea").fill("A regular");
        agent.locator(".chat-write textarea").press("Enter");
        assertThat(agent.locator(".thread-note")).containsText("A regular");
        agent.locator("label[for^=note-false]").click();
        visitor.reload(); // the page goes on where it was
        visitor.locator("#trivium-chat button.opener").click();
        assertThat(visitor.locator("#trivium-chat li.you")).hasCount(3);
        assertThat(visitor.locator("#trivium-chat")).not().containsText("A regular");
    }

    /** What is typed in each stays there, by the keyboard alone, side by side, and when the page is loaded anew. */
    private void anotherTalkIsLedBesideIt(Page agent) {
        long second = database.sql("""
                        insert into chat (id, widget_id, queue_id, token, name, state, owner_id, language, created_at, spoken_at, visitor_seen_at, last_seq, visitor_seq)
                        select nextval('chat_seq'), widget_id, queue_id, 'beside-' || id, 'Bea', 'ACTIVE', owner_id, language, now(), now(), now() + interval '1 hour', 1, 1
                        from chat where state = 'ACTIVE' order by id desc limit 1 returning id""").query(Long.class).single();
        database.sql(
                        "insert into chat_message (chat_id, seq, kind, at, body) values (?, 1, 'VISITOR', now(), 'Beside')")
                .param(second)
                .update();
        agent.setViewportSize(1500, 900);
        agent.reload();
        assertThat(agent.locator("[data-row='" + second + "'] [data-unread]")).containsText("1");
        Locator open = agent.locator(".chat-active textarea");
        open.fill("To Ann");
        open.press("Alt+ArrowDown");
        assertThat(agent.locator(".chat-active")).hasAttribute("data-chat", String.valueOf(second));
        assertThat(agent.locator(".chat-active .thread-inbound")).containsText("Beside");
        assertThat(agent.locator("[data-unread]")).hasCount(0);
        assertThat(open).isFocused();
        open.fill("To Bea");
        assertThat(agent.locator(".chat-row [data-draft]:visible")).hasCount(1);
        agent.locator(".chat-active [data-chat-beside]").click();
        agent.locator(".chat-active .chat-said").first().click(); // out of the field
        agent.evaluate("document.activeElement.blur()");
        agent.keyboard().press("1");
        assertThat(open).hasValue("To Ann");
        assertThat(agent.locator(".chat-write textarea:visible")).hasCount(2);
        scan();
        screenshot("chat/beside-" + said("en", "zh"));
        agent.reload();
        assertThat(agent.locator(".chat-write textarea:visible")).hasCount(2);
        assertThat(open).hasValue("To Ann");
        assertThat(agent.locator("[data-chat='" + second + "'] textarea")).hasValue("To Bea");
        open.fill("");
        agent.locator("[data-chat='" + second + "'] [data-chat-beside]").click();
        assertThat(agent.locator(".chat-write textarea:visible")).hasCount(1);
        assertThat(open).hasValue("");
        database.sql("delete from chat where id = ?").param(second).update();
        agent.reload();
        assertThat(agent.locator("[data-row]")).hasCount(1);
        agent.setViewportSize(1440, 900);
    }

    private void itIsHandedOver(Page agent, Page visitor) {
        String colleague = said("he.xin", "owen.hughes");
        database.sql("""
                        insert into chat_agent (person_id, available, seen_at) select id, true, now() from person where sign_in_name = ?
                        on conflict (person_id) do update set available = true, seen_at = now()""").param(colleague).update();
        agent.locator("a[href$='/handover']").click();
        agent.locator("dialog #agentId").selectOption(new String[] {
            database.sql("select id::text from person where sign_in_name = ?")
                    .param(colleague)
                    .query(String.class)
                    .single()
        });
        agent.locator("dialog #remark").fill("Knows pumps");
        agent.locator("dialog button[type=submit]").click();
        assertThat(agent.locator("#notices")).containsText(text("support.chat.handedOver"));
        String other = database.sql("select name from person where sign_in_name = ?")
                .param(colleague)
                .query(String.class)
                .single();
        assertThat(visitor.locator("#trivium-chat li.event").last()).containsText(other);
        assertThat(visitor.locator("#trivium-chat")).not().containsText("Knows pumps");
    }

    private void theColleagueMakesATicket(Page visitor) {
        openWindow();
        slipIn(said("he.xin", "owen.hughes"), "four kites above the dunes");
        visit("/support/chat");
        assertThat(page.locator(".chat-words")).containsText("Knows pumps");
        page.locator(".chat-write textarea").fill("OK");
        page.locator(".chat-write textarea").press("Enter");
        assertThat(visitor.locator("#trivium-chat li.them").last()).containsText("OK");
        anotherTalkIsLedBesideIt(page);
        scan();
        screenshot("chat/desk-" + said("en", "zh"));
        page.locator("a[href$='/ticket']").click();
        page.locator("dialog #name").fill(said("The pump leaks", "水泵漏水"));
        page.locator("dialog button[type=submit]").click();
        assertThat(page.locator("#record-title")).containsText(said("The pump leaks", "水泵漏水"));
        assertThat(page.locator(".thread-inbound").last()).containsText(said("It leaks.", "漏水了。"));
        assertThat(page.locator(".thread-note").first()).containsText("A regular");
        Assertions.assertThat(database.sql("select count(*) from outbox_mail where address = 'ann@visitor.example'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void theVisitorEndsAndJudges(Page visitor) {
        visitor.locator("#trivium-chat [data-key=end]").click();
        visitor.locator("#trivium-chat [data-key=points5]").click();
        assertThat(visitor.locator("#trivium-chat [data-key=points5]"))
                .hasAttribute("aria-pressed", "true", new LocatorAssertions.HasAttributeOptions().setTimeout(10_000));
        visit("/support/chats");
        page.locator("#results a", new Page.LocatorOptions().setHasText("Ann"))
                .first()
                .click();
        assertThat(page.locator("dl.facts"))
                .containsText(said("5 分", "5 of 5")); // the colleague speaks the other language
        assertThat(page.locator("dl.facts")).containsText(said("The pump leaks", "水泵漏水"));
        scan();
        phoneOf("agent");
        visit("/support/chat?open="
                + database.sql("select max(id) from chat").query(Long.class).single());
        assertThat(page.locator(".chat-words")).containsText("A regular");
        assertFits();
        screenshot("chat/phone-" + said("en", "zh"));
    }

    private void nobodyIsThere(Page visitor) {
        database.sql("update chat_agent set available = false").update();
        page = visitor;
        visitor.reload();
        visitor.locator("#trivium-chat button.opener").click();
        assertThat(visitor.locator("#trivium-chat")).containsText(text("support.visitor.OFFLINE"));
        visitor.locator("#trivium-chat #email").fill("ann@visitor.example");
        visitor.locator("#trivium-chat #text").fill(said("Please call me", "请给我回电话"));
        visitor.locator("#trivium-chat button.main").click();
        assertThat(visitor.locator("#trivium-chat")).containsText(text("support.visitor.LEFT"));
        Assertions.assertThat(database.sql("select channel from ticket where name = ?")
                        .param(said("Please call me", "请给我回电话"))
                        .query(String.class)
                        .single())
                .isEqualTo("CHAT");
    }
}
