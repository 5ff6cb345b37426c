package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator has a type ask for a number, a representative opens a ticket for a customer who calls, an agent takes it, takes a
 * reply back before it leaves, answers with the keyboard and with a macro, notes something for a colleague, splits a part off, moves it on
 * the board, is told who else is there, and solves it on a phone.
 */
class AnAgentsDayTests extends DemoCompanyTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aTicketFromTheCallToTheSolution(String spoken) {
        speak(spoken);
        aTypeAsksForANumber();
        String path = aCustomerCalls();
        theAgentAnswers(path);
        aMacroAnswersWithTwoKeys(path);
        aPartIsSplitOff(path);
        theBoardIsWalkedWithTheKeyboard();
        twoAtOneTicketKnowOfEachOther(path);
        itIsSolvedOnAPhone(path);
    }

    private void aTypeAsksForANumber() {
        at("administrator");
        visit("/administration/ticket-types");
        page.locator("main form [name=name]").fill(said("Repair", "维修"));
        page.locator("main form button[type=submit]").click();
        page.locator("#type-fields a[href$='/fields/new']").click();
        page.locator("[name=name]").fill(said("Serial number", "序列号"));
        page.locator("[name=kind]").selectOption("NUMBER");
        page.locator("[name=required]").check();
        scan();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#type-fields table")).containsText(said("Serial number", "序列号"));
    }

    private String aCustomerCalls() {
        at("representative");
        visit("/support/tickets/new");
        page.locator("[name=name]").fill(said("The press stops", "压力机停机"));
        page.locator("[name=text]").fill(said("It stops every ten minutes.", "每十分钟停一次。"));
        page.locator("[name=typeId]").selectOption(said("Repair", "维修"));
        Locator number = page.locator("#questions input");
        number.fill(said("none", "无"));
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#questions")).containsText(text("support.question.error.number"));
        assertThat(page.locator("[name=text]")).hasValue(said("It stops every ten minutes.", "每十分钟停一次。"));
        scan();
        page.locator("#questions input").fill("4471");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#record-facts")).containsText("4471");
        assertThat(page.locator("#write")).hasCount(0);
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private void theAgentAnswers(String path) {
        at("agent");
        visit("/support/tickets");
        scan();
        page.locator("#results a", new Page.LocatorOptions().setHasText(said("The press stops", "压力机停机")))
                .first()
                .click();
        assertThat(page.locator("#record-title")).containsText(said("The press stops", "压力机停机"));
        settle(); // keys are heard once the scripts have come
        page.keyboard().press("a");
        assertThat(page.locator("#notices")).containsText(text("support.ticket.taken"));
        write("r", said("You must have broken it.", "是你们弄坏的。"));
        assertThat(page.locator(".thread-reply")).containsText(said("You must have broken it.", "是你们弄坏的。"));
        page.locator(".thread-recall button").click();
        assertThat(page.locator(".thread-reply")).hasCount(0);
        assertThat(page.locator("#write textarea")).hasValue(said("You must have broken it.", "是你们弄坏的。"));
        page.locator("#write textarea").fill("");
        write("r", said("What does the display say?", "屏幕显示什么？"));
        assertThat(page.locator("#record-title")).containsText(text("support.ticket.status.PENDING"));
        write("n", said("Second one this week.", "本周第二例。"));
        assertThat(page.locator(".thread-note")).containsText(said("Second one this week.", "本周第二例。"));
        write("c", said("E-17", "E-17"));
        assertThat(page.locator("#record-title")).containsText(text("support.ticket.status.OPEN"));
        scan();
        Assertions.assertThat(database.sql("select count(*) from ticket_message where kind = 'REPLY' and ticket_id = ?")
                        .param(Long.valueOf(path.substring(path.lastIndexOf('/') + 1)))
                        .query(Long.class)
                        .single())
                .as("what was taken back is gone")
                .isEqualTo(1);
    }

    /** With the keyboard: what is chosen by a key, and sent with Ctrl and Enter. */
    private void write(String key, String words) {
        page.locator("h1").click();
        page.keyboard().press(key);
        page.locator("#write textarea").fill(words);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".thread")).containsText(words);
    }

    /** M, a few letters, Enter; what it changes can be taken off before it is sent. */
    private void aMacroAnswersWithTwoKeys(String path) {
        visit("/support/macros");
        assertThat(page.locator("main table")).containsText(said("We have it", "已收到"));
        scan();
        visit(path);
        page.locator("h1").click();
        page.keyboard().press("m");
        assertThat(page.locator("#macro-q")).isFocused();
        scan();
        page.keyboard().type(said("serial", "序列号"));
        assertThat(page.locator("[data-macro-choice]")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator("#write textarea"))
                .hasValue(Pattern.compile(said("Dear .*type plate.*", ".*您好！.*铭牌.*") + name("agent"), Pattern.DOTALL));
        assertThat(page.locator("#macro")).containsText(text("support.ticket.status.PENDING"));
        page.locator("#macro [name=setOwner]").uncheck();
        scan();
        page.locator("#write textarea").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".thread-reply").last()).containsText(said("type plate", "铭牌"));
        assertThat(page.locator("#record-title")).containsText(text("support.ticket.status.PENDING"));
    }

    private void aPartIsSplitOff(String path) {
        write("c", said("And where is my invoice?", "另外，发票在哪里？"));
        page.locator("h1").click();
        page.keyboard().press("s");
        page.locator("[name=name]").fill(said("Invoice is missing", "缺少发票"));
        page.locator(".split-message")
                .filter(new Locator.FilterOptions().setHasText(said("where is my invoice", "发票在哪里")))
                .locator("input")
                .check();
        scan();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#record-title")).containsText(said("Invoice is missing", "缺少发票"));
        assertThat(page.locator(".thread-inbound")).hasCount(1);
        page.locator(".thread-event a").click();
        page.waitForURL(Pattern.compile(".*" + path));
        assertThat(page.locator(".thread")).not().containsText(said("where is my invoice", "发票在哪里"));
    }

    private void theBoardIsWalkedWithTheKeyboard() {
        visit("/support/board?f.owner=me");
        Locator card = page.locator(".board-card")
                .filter(new Locator.FilterOptions().setHasText(said("Invoice is missing", "缺少发票")));
        assertThat(page.locator("#column-NEW").locator(card)).hasCount(1);
        scan();
        card.focus();
        page.keyboard().press("]");
        assertThat(page.locator("#column-OPEN").locator(card)).hasCount(1);
        assertThat(card).isFocused();
        page.keyboard().press("m");
        page.locator("#dialog button[type=submit]")
                .filter(new Locator.FilterOptions().setHasText(text("support.ticket.status.ON_HOLD")))
                .click();
        assertThat(page.locator("#column-ON_HOLD").locator(card)).hasCount(1);
    }

    /** Live, in two windows. */
    private void twoAtOneTicketKnowOfEachOther(String path) {
        visit(path);
        assertThat(page.locator(".presence-one")).hasCount(0);
        Page agents = keepWindow();
        at("administrator");
        visit(path);
        assertThat(page.locator(".presence")).containsText(name("agent"));
        assertThat(agents.locator(".presence")).containsText(text("support.presence.looks", "Alex"));
        page.locator("#write textarea").fill(said("Is anybody on this?", "有人在处理吗？"));
        assertThat(agents.locator(".presence")).containsText(text("support.presence.writes", "Alex"));
        page.locator("label[for=kind-NOTE]").click();
        page.locator("#write button[type=submit]").click();
        assertThat(page.locator(".thread-note").last()).containsText(said("Is anybody on this?", "有人在处理吗？"));
        agents.locator("#write textarea").fill(said("Here is your invoice.", "这是您的发票。"));
        agents.locator("#write button[type=submit]").click();
        assertThat(agents.locator("#write .alert")).containsText(said("Is anybody on this?", "有人在处理吗？"));
        assertThat(agents.locator("#write textarea")).hasValue(said("Here is your invoice.", "这是您的发票。"));
        visit("/support/tickets");
        assertThat(agents.locator(".presence-one")).hasCount(0);
    }

    private void itIsSolvedOnAPhone(String path) {
        phoneOf("agent");
        visit(path);
        assertFits();
        page.locator("#write [name=text]").fill(said("A technician comes tomorrow.", "技术员明天到场。"));
        page.locator("#write [name=status]").selectOption("SOLVED");
        page.locator("#write button[type=submit]").click();
        assertThat(page.locator("#record-title")).containsText(text("support.ticket.status.SOLVED"));
        assertFits();
        visit("/support/tickets");
        assertFits();
    }
}
