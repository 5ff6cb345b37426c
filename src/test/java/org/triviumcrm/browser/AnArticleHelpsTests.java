package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * An agent writes an article in two languages, an administrator publishes it, a customer finds it on a phone in Chinese and says
 * what is missing, the agent mends it and puts its link into a reply.
 */
class AnArticleHelpsTests extends DemoCompanyTest {

    private static final String TITLE = "The label printer prints blank labels";

    @Test
    void anArticleIsWrittenFoundMendedAndSent() {
        speak("en");
        String path = anAgentWritesIt();
        anAdministratorPublishesIt(path);
        aCustomerReadsItOnAPhone();
        theAgentMendsIt(path);
        itsLinkGoesIntoAReply();
    }

    private String anAgentWritesIt() {
        at("agent");
        visit("/support/articles");
        scan();
        page.locator(".page-actions a").first().click();
        page.locator("[name=body]").fill("Turn the **ribbon** over.\n\n1. Open the lid\n2. Close it");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main form").last()).containsText(text("support.article.error.title"));
        assertThat(page.locator("[name=body]")).hasValue("Turn the **ribbon** over.\n\n1. Open the lid\n2. Close it");
        page.locator("[name=title]").fill(TITLE);
        page.locator("[name=articleCategoryId]").selectOption("Sensors and software · 传感器与软件");
        scan();
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator(".article-words strong")).hasText("ribbon");
        String path = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
        page.locator("#record-related a[href$='/texts/ZH/edit']").click();
        assertThat(page.locator("main")).containsText(TITLE);
        page.locator("[name=title]").fill("标签打印机打出空白标签");
        page.locator("[name=body]").fill("请把**碳带**翻面安装。");
        scan();
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("#record-title")).containsText("标签打印机打出空白标签");
        assertThat(page.locator(".ticket-steps")).hasCount(0);
        return path;
    }

    private void anAdministratorPublishesIt(String path) {
        at("administrator");
        for (String language : new String[] {"EN", "ZH"}) {
            visit(path + "?language=" + language);
            page.locator(".ticket-steps button[value=PUBLISHED]").click();
            assertThat(page.locator("#notices")).containsText(text("support.article.became.PUBLISHED"));
        }
        scan();
        visit("/administration/help-site");
        page.locator("[name=nameZh]").fill("港湾帮助");
        scan();
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("#notices")).containsText(text("support.help.saved"));
    }

    /** Nobody is signed in, and nothing is kept in the browser. */
    private void aCustomerReadsItOnAPhone() {
        onAPhone();
        visit("/help/zh");
        assertThat(page).hasTitle("港湾帮助");
        assertFits();
        assertAccessible();
        page.locator("[name=q]").fill("空白标签");
        page.locator("header button").click();
        assertThat(page.locator(".entries li").first().locator("a mark").last()).hasText("空白标签");
        assertFits();
        page.locator(".entries a").first().click();
        assertThat(page.locator("h1")).hasText("标签打印机打出空白标签");
        assertThat(page.locator(".words strong")).hasText("碳带");
        assertFits();
        page.locator("summary").click();
        page.locator("[name=reason][value=INCOMPLETE]").check();
        page.locator("[name=remark]").fill("没有说明碳带哪一面朝上");
        assertAccessible();
        assertFits();
        page.locator("details button").click();
        assertThat(page.locator("#vote [role=status]")).isVisible();
        page.locator(".languages a").first().click();
        assertThat(page.locator("h1")).hasText(TITLE);
        Assertions.assertThat(page.context().cookies()).isEmpty();
    }

    private void theAgentMendsIt(String path) {
        at("agent");
        visit("/support/articles/feedback");
        assertThat(page.locator("main")).containsText("没有说明碳带哪一面朝上");
        scan();
        visit(path + "/texts/EN/edit");
        page.locator("[name=body]").fill("Turn the **ribbon** over: the dull side looks down.");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main")).containsText(text("support.article.edited"));
        visit(path + "/texts/EN/versions");
        assertThat(page.locator(".article-diff ins").last())
                .hasText("Turn the ribbon over: the dull side looks down.".replace("ribbon", "**ribbon**"));
        scan();
    }

    /** With the keyboard: the search by its key, the link where the cursor was. */
    private void itsLinkGoesIntoAReply() {
        long ticket = database.sql(
                        "select min(id) from ticket where status = 'OPEN' and owner_id = (select id from person where sign_in_name = 'owen.hughes')")
                .query(Long.class)
                .single();
        visit("/support/tickets/" + ticket);
        assertThat(page.locator("#ticket-articles")).isVisible();
        Locator words = page.locator("#write textarea");
        words.fill("Please read this.\nKind regards");
        words.press("Control+Home");
        words.press("End");
        page.locator("h1").click();
        page.keyboard().press("k");
        page.keyboard().type("blank labels");
        Locator insert = page.locator("#ticket-articles button").first();
        assertThat(page.locator("#ticket-articles a").first()).containsText(TITLE);
        insert.press("Enter");
        assertThat(words).isFocused();
        Assertions.assertThat(words.inputValue())
                .matches("Please read this\\.\n" + TITLE + ": http://[^ ]+/help/en/articles/\\d+\n\nKind regards");
        page.locator("#articles-q").fill("warranty in doubt");
        assertThat(page.locator("#ticket-articles a").first()).containsText("Warranty in doubt");
        page.locator("#ticket-articles button").first().click();
        assertThat(page.locator("#kind-NOTE")).isChecked();
        Assertions.assertThat(words.inputValue()).contains("/support/articles/");
    }
}
