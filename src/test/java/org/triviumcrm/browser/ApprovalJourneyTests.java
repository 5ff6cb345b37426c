package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;

/**
 * An administrator who has never done it builds "opportunities above 500,000 need the team manager before winning, and all of two
 * directors above 2,000,000, escalated after two days", tries it, and switches it on. A representative meets it, managers decide.
 */
class ApprovalJourneyTests extends BrowserTest {

    /** Those that the guide shows. */
    static final Set<String> PICTURES = Set.of(
            "approval-designer",
            "approval-trial",
            "approval-activation",
            "approval-submission",
            "approval-inbox",
            "approval-case-phone");

    private static final String DEMO_PASSWORD = "four kites above the dunes";
    private static final String PASSWORD = "copper-lantern-91-bridge";
    private static final double PATIENCE_MILLIS = 30_000;
    private static final int MOST_CLICKS = 14;

    private static final Map<String, List<String>> DIRECTORS = Map.of(
            "en", List.of("margaret.ellison", "helen.osborne"), "zh-CN", List.of("zhou.jianguo", "lin.zhiqiang"));

    private static final Map<String, Map<String, String>> STAFF = Map.of(
            "en", Map.of("representative", "priya.raman", "manager", "thomas.whitfield"),
            "zh-CN", Map.of("representative", "wang.haitao", "manager", "chen.xiaolin"));

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "en",
            Map.of(
                    "directors", "Directors",
                    "says", "All of:",
                    "applies", "The flow applies",
                    "on", "Active",
                    "passed", "Passed over",
                    "reason", "The customer has agreed to the price.",
                    "comment", "Well done."),
            "zh-CN",
            Map.of(
                    "directors", "总监审批",
                    "says", "须全部通过",
                    "applies", "流程适用",
                    "on", "已启用",
                    "passed", "跳过",
                    "reason", "客户已接受报价。",
                    "comment", "同意，做得好。"));

    @Autowired
    JdbcClient database;

    private final List<String> violations = new ArrayList<>();
    private int clicks;

    @BeforeAll
    void company(@Autowired SetupService setup) throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        setup.start(new StartCompany(
                "Harbour and Vale",
                "GBP",
                "en",
                "Europe/London",
                "Alex Administrator",
                "alex",
                null,
                PASSWORD,
                true,
                DEMO_PASSWORD));
        for (String language : List.of("en", "zh")) {
            Files.createDirectories(Path.of("docs", "guide", "pictures", language));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void isBuiltTriedSwitchedOnMetAndDecided(String language) {
        begin(language);
        Map<String, String> words = WORDS.get(language);
        String folder = language.substring(0, 2);
        click(page.locator("a[href*='template=opportunity']"));
        assertThat(page.locator("#flow-preview")).containsText("£500,000");

        click(page.locator("#add-step"));
        Locator step = page.locator("#step-s2");
        step.locator("#s2-name").fill(words.get("directors"));
        step.locator("#s2-kind").selectOption("PERSON");
        clicks++;
        for (String director : DIRECTORS.get(language)) {
            choose(step, "s2-people", name(director));
        }
        click(step.locator("[id='add-steps[1].when']"));
        page.locator("[name='steps[1].when.conditions[0].value']").fill("2,000,000");
        page.locator("#s2-limit").fill("2");
        page.locator("#s2-limit").blur();
        Locator preview = page.locator("#flow-preview");
        assertThat(preview).containsText(words.get("says"));
        assertThat(preview).containsText("£2,000,000");
        assertThat(preview.locator(".flow-sentences li")).hasCount(2);
        settle();
        shoot(folder, "approval-designer");
        scan();

        click(page.locator("button[name=then]"));
        page.waitForURL("**/trial");
        choose(page.locator("#trial-form"), "record", firstOpportunity());
        Locator amount = page.locator("[name='values[amount]']");
        amount.fill("2,500,000");
        amount.blur();
        assertThat(page.locator("#trial .alert")).containsText(words.get("applies"));
        assertThat(page.locator(".trial-seats").last())
                .containsText(name(DIRECTORS.get(language).get(1)));
        assertThat(page.locator(".trial-not_needed")).hasCount(0);
        settle();
        shoot(folder, "approval-trial");
        amount.fill("700,000");
        amount.blur();
        assertThat(page.locator(".trial-not_needed")).containsText(words.get("passed"));
        scan();

        click(page.locator(".page-actions .btn-primary"));
        assertThat(page.locator("#dialog form button[type=submit]")).isVisible();
        shoot(folder, "approval-activation");
        click(page.locator("#dialog form button[type=submit]"));
        assertThat(page.locator(".badge.state-active").first()).containsText(words.get("on"));
        Assertions.assertThat(clicks).as("clicks in " + language).isLessThanOrEqualTo(MOST_CLICKS);
        shoot(folder, "approval-flow");
        visit("/administration/approvals");
        shoot(folder, "approval-flows");
        scan();
        Assertions.assertThat(database.sql("select count(*) from approval_flow_version where state = 'ACTIVE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        onAPhone();
        signIn("alex", PASSWORD);
        for (String path : List.of("/administration/approvals", "/administration/approvals/new?template=opportunity")) {
            visit(path);
            assertFits();
            screenshot("phone-" + folder + path.replaceAll("[^a-z]", "-"));
        }
        long id = database.sql("select max(id) from approval_flow")
                .query(Long.class)
                .single();
        for (String path : List.of("", "/trial?record=" + record(), "/activation", "/comparison")) {
            visit("/administration/approvals/" + id + path);
            assertFits();
            screenshot("phone-" + folder + "-flow" + path.replaceAll("[^a-z]", "-"));
        }
        wins(language);
        Assertions.assertThat(violations).isEmpty();
    }

    /** Rows are added, moved and removed with the keyboard alone, and what was typed stays. */
    @Test
    void worksWithTheKeyboardAlone() {
        begin("en");
        visit("/administration/approvals/new");
        page.fill("#name", "By keyboard");
        page.locator("#add-step").focus();
        page.keyboard().press("Enter");
        page.locator("#s1-name").fill("First");
        page.locator("#add-step").focus();
        page.keyboard().press("Enter");
        page.locator("#s2-name").fill("Second");
        page.locator("#s2-up").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".step-form").first().locator("input[id$=-name]"))
                .hasValue("Second");
        assertThat(page.locator("#name")).hasValue("By keyboard");
        page.locator("#s2-down").focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".step-form").first().locator("input[id$=-name]"))
                .hasValue("First");
        assertThat(page.locator("#s2-up")).isEnabled();
    }

    /** Representative, manager on a phone, directors in the inbox: what was built is met, decided and carried out. */
    private void wins(String language) {
        Map<String, String> staff = STAFF.get(language);
        Map<String, String> words = WORDS.get(language);
        String folder = language.substring(0, 2);
        String representative = staff.get("representative");
        List<Long> open =
                database.sql("""
                        select o.id from opportunity o join person p on p.id = o.owner_id
                        where p.sign_in_name = ? and o.state = 'OPEN' order by o.id limit 3""").param(representative).query(Long.class).list();

        openWindow();
        signIn(representative, DEMO_PASSWORD);
        win(open.get(0), "90,000");
        assertThat(page.locator(".badge.state-won")).isVisible();

        win(open.get(1), "900000");
        Locator asks = page.locator("form[action='/approvals/submissions']");
        assertThat(asks).isVisible();
        assertThat(page.locator(".approval-steps li")).hasCount(1);
        assertThat(page.locator(".approval-steps")).containsText(name(staff.get("manager")));
        asks.locator("[name=reason]").fill(words.get("reason"));
        settle();
        shoot(folder, "approval-submission");
        scan();
        asks.locator("button[type=submit]").click();
        locked(open.get(1));
        settle();
        shoot(folder, "approval-waiting");
        scan();

        onAPhone();
        signIn(staff.get("manager"), DEMO_PASSWORD);
        visit("/approvals");
        settle();
        assertFits();
        shoot(folder, "approval-inbox-phone");
        page.locator("main a[href^='/approvals/cases/']").first().click();
        assertThat(page.locator("main h1")).containsText(title(open.get(1)));
        assertThat(page.locator("main")).containsText(words.get("reason"));
        settle();
        assertFits();
        shoot(folder, "approval-case-phone");
        screenshot("phone-" + folder + "-case");
        scan();
        page.locator(".case-acts .btn-success").click();
        Locator approval = page.locator("#dialog form");
        approval.locator("[name=comment]").fill(words.get("comment"));
        screenshot("phone-" + folder + "-approve");
        approval.locator("button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-done").first()).isVisible();
        screenshot("phone-" + folder + "-approved");
        assertState(open.get(1), "WON");

        openWindow();
        signIn(representative, DEMO_PASSWORD);
        win(open.get(2), "5000000");
        assertThat(page.locator(".approval-steps li")).hasCount(2);
        page.locator("form[action='/approvals/submissions'] button[type=submit]")
                .click();
        locked(open.get(2));
        decideInInbox(staff.get("manager"), open.get(2), folder);
        assertState(open.get(2), "OPEN");
        List<String> directors = DIRECTORS.get(language);
        decideInInbox(directors.get(0), open.get(2), folder);
        assertState(open.get(2), "OPEN");
        decideInInbox(directors.get(1), open.get(2), folder);
        assertState(open.get(2), "WON");

        openWindow();
        signIn(representative, DEMO_PASSWORD);
        visit("/sales/opportunities/" + open.get(2));
        assertThat(page.locator(".badge.state-won")).isVisible();
        assertThat(page.locator("#record-approvals")).containsText(name(directors.get(1)));
        settle();
        screenshot(folder + "-won-by-approval");
        page.locator("#record-approvals summary").click();
        page.locator("#record-approvals a[href^='/approvals/cases/']").first().click();
        assertThat(page.locator(".case-trail")).containsText(name(directors.get(0)));
        settle();
        shoot(folder, "approval-case");
        scan();
    }

    /** Collects what the rules for accessibility find: all of it is told at the end. */
    private void scan() {
        violations().forEach(violation -> violations.add(page.url() + ": " + violation));
    }

    private void win(long id, String amount) {
        visit("/sales/opportunities/" + id);
        page.locator("a[href$='/win']").click();
        page.locator("#dialog [name=amount]").fill(amount);
        page.locator("#dialog form button[type=submit]").click();
    }

    private void locked(long id) {
        page.waitForURL("**/sales/opportunities/" + id);
        assertThat(page.locator("main .alert-warning a[href^='/approvals/cases/']"))
                .isVisible();
        assertThat(page.locator("a[href$='/win']")).hasCount(0);
        assertState(id, "OPEN");
    }

    private void decideInInbox(String who, long id, String folder) {
        openWindow();
        signIn(who, DEMO_PASSWORD);
        visit("/approvals");
        Locator row = page.locator("main tbody tr", new Page.LocatorOptions().setHasText(title(id)));
        assertThat(row).hasCount(1);
        settle();
        shoot(folder, "approval-inbox");
        scan();
        row.locator("[data-key=a]").click();
        page.locator("#dialog form button[type=submit]").click();
        page.waitForURL("**/approvals");
        assertThat(row).hasCount(0);
    }

    private String title(long id) {
        return database.sql("select name from opportunity where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void assertState(long id, String state) {
        Assertions.assertThat(database.sql("select state from opportunity where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(state);
    }

    private void begin(String language) {
        violations.clear();
        database.sql("update opportunity set approval_case_id = null where approval_case_id is not null"
                        + " and set_config('trivium.approval_case', approval_case_id::text, true) <> ''")
                .update();
        database.sql("delete from approval_case").update();
        database.sql("delete from approval_flow").update();
        database.sql("update person set locale = ? where sign_in_name = 'alex'")
                .param(language)
                .update();
        signIn("alex", PASSWORD);
        visit("/administration/approvals");
        shoot(language.substring(0, 2), "approval-empty");
        clicks = 0;
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    @Override
    protected void choose(Locator within, String select, String name) {
        super.choose(within, select, name);
        clicks += 2;
    }

    private void shoot(String folder, String name) {
        page.evaluate("window.scrollTo(0, 0)");
        if (PICTURES.contains(name)) {
            picture(folder + "/" + name);
        } else {
            screenshot(folder + "/" + name);
        }
    }

    private String name(String signInName) {
        return database.sql("select name from person where sign_in_name = ?")
                .param(signInName)
                .query(String.class)
                .single();
    }

    private long record() {
        return database.sql("select min(id) from opportunity where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    private String firstOpportunity() {
        return database.sql("select name from opportunity where id = ?")
                .param(record())
                .query(String.class)
                .single();
    }
}
