package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * A customer's contact on a phone: follows the invitation in a letter, chooses a password, writes a ticket, reads the answer and rates it,
 * reads the quote that was sent and agrees to it.
 */
final class CustomerInThePortal {

    private static final String CHOSEN = "seven kites over the dunes";

    private final DemoCompanyTest story;
    private final GreenMail server;
    private final long quote;
    private final long contact;
    private final String email;

    CustomerInThePortal(DemoCompanyTest story, GreenMail server) {
        this.story = story;
        this.server = server;
        this.email = story.said("en", "zh") + "@portal.example";
        this.quote = story.database.sql("""
                        select min(q.id) from quote q
                        where q.state = 'SENT' and q.valid_until >= current_date and q.contact_id is not null
                          and not exists (select 1 from portal_account a where a.contact_id = q.contact_id)""").query(Long.class).single();
        this.contact = story.database
                .sql("select contact_id from quote where id = ?")
                .param(quote)
                .query(Long.class)
                .single();
        story.database
                .sql("update contact set email = ? where id = ?")
                .params(email, contact)
                .update();
    }

    void comesIn() throws Exception {
        String link = invitation();
        story.onAPhone();
        story.visit(link);
        story.page.locator("#password").fill("short");
        story.page.locator("button.main").click();
        assertThat(story.page.locator(".wrong")).isVisible();
        story.page.locator("#password").fill(CHOSEN);
        story.page.locator("button.main").click();
        story.page.locator("#password").fill(CHOSEN);
        story.page.locator("button.main").click();
        assertThat(story.page.locator("h1")).hasText(story.text("support.enquiry.mine"));
        looksGood();
    }

    void isHelped() {
        story.page.locator("a[href='/portal/tickets/new']").click();
        story.page.locator(".cards a").first().click();
        String subject = story.said("The display stays dark", "屏幕不亮");
        story.page.locator("#text").fill(story.said("Since this morning.", "从今天早上开始。"));
        story.page.locator("button.main").click();
        assertThat(story.page.locator(".wrong").first()).isVisible();
        assertThat(story.page.locator("#text")).hasValue(story.said("Since this morning.", "从今天早上开始。"));
        story.page.locator("#name").fill(subject);
        looksGood();
        story.page.locator("button.main").click();
        assertThat(story.page.locator("h1")).hasText(subject);
        assertThat(story.page.locator(".said")).hasCount(1);
        looksGood();
        String own = story.page.url();
        Page phone = story.keepWindow();

        story.at("administrator");
        story.visit("/support/tickets/" + own.substring(own.lastIndexOf('/') + 1));
        story.page.locator("#write textarea").fill(story.said("Hold the button for ten seconds.", "请按住按钮十秒。"));
        story.page.locator("#write [name=status]").selectOption("SOLVED");
        story.page.locator("#write button[type=submit]").click();
        assertThat(story.page.locator(".thread-recall")).isVisible();
        for (int i = 0; i < 30 && phone.locator(".said").count() < 2; i++) {
            phone.waitForTimeout(1000);
            phone.reload();
        }
        assertThat(phone.locator(".theirs")).containsText(story.said("ten seconds", "十秒"));
        phone.locator(".rating button").last().click();
        assertThat(phone.locator(".rating [aria-pressed=true]")).hasText("5");
        phone.close();
    }

    /** Comes back with the password, and says yes to what was sent; whoever is in charge sees by whom. */
    void agrees() {
        story.onAPhone();
        story.visit("/portal/quotes");
        story.page.locator("#email").fill(email);
        story.page.locator("#password").fill(CHOSEN);
        story.page.locator("button.main").click();
        story.visit("/portal/quotes");
        story.page.locator("a[href$='/portal/quotes/" + quote + "']").click();
        looksGood();
        APIResponse paper = story.page.request().get(story.page.url() + "/paper.pdf");
        Assertions.assertThat(new String(paper.body(), 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        story.page.locator("form[action$='/acceptance'] #remark").fill(story.said("Order 4712", "订单 4712"));
        story.page.locator("form[action$='/acceptance'] button").click();
        assertThat(story.page.locator(".wrong").first()).isVisible();
        assertThat(story.page.locator("form[action$='/acceptance'] #remark"))
                .hasValue(story.said("Order 4712", "订单 4712"));
        looksGood();
        story.page.locator("#name").fill("Anna Berg");
        story.page.locator("[name=agrees]").check();
        story.page.locator("form[action$='/acceptance'] button").click();
        assertThat(story.page.locator(".mark.solved")).isVisible();
        assertThat(story.page.locator(".fingerprint code")).hasText(Pattern.compile("[0-9a-f]{64}"));
        looksGood();
        story.page.locator("form[action='/portal/sign-out'] button").click();
        assertThat(story.page.locator("#email")).isVisible();

        story.at("administrator");
        story.visit("/sales/quotes/" + quote);
        assertThat(story.page.locator("h1 .badge.state-accepted")).isVisible();
        assertThat(story.page.locator("#record-life")).containsText("Anna Berg");
    }

    /** The link of the letter that an administrator had sent. */
    private String invitation() throws Exception {
        story.at("administrator");
        story.visit("/contacts/" + contact);
        story.page.locator("a[href$='/portal/invitation']").click();
        story.page.locator("[name=language]").selectOption(story.said("en", "zh-CN"));
        story.page.locator("main form button[type=submit]").click();
        assertThat(story.page.locator("h1")).containsText(story.text("support.portal.state.INVITED"));
        for (int i = 0; i < 60 && server.getReceivedMessagesForDomain(email).length == 0; i++) {
            story.page.waitForTimeout(500);
        }
        Matcher link = Pattern.compile("/portal/keys/[A-Za-z0-9_-]{43}")
                .matcher(GreenMailUtil.getWholeMessage(server.getReceivedMessagesForDomain(email)[0])
                        .replace("=\r\n", ""));
        Assertions.assertThat(link.find()).isTrue();
        return link.group();
    }

    private void looksGood() {
        story.scan();
        story.settle();
        story.assertFits();
    }
}
