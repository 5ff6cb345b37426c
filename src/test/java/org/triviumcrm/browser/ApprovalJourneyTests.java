package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator who has never done it builds "opportunities above 500,000 need the team manager before winning, and all of two
 * directors above 2,000,000, escalated after two days", tries it, and switches it on. A representative meets it, managers decide.
 */
class ApprovalJourneyTests extends DemoCompanyTest {

    /** Those that the guide shows. */
    static final Set<String> PICTURES = Set.of(
            "approval-designer",
            "approval-trial",
            "approval-activation",
            "approval-submission",
            "approval-inbox",
            "approval-case-phone");

    private static final int MOST_CLICKS = 14;

    private static final List<String> DIRECTORS = List.of("director", "neighbour");

    private int clicks;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void isBuiltTriedSwitchedOnMetAndDecided(String spoken) {
        begin(spoken);
        click(page.locator("a[href*='template=opportunity']"));
        assertThat(page.locator("#flow-preview")).containsText("£500,000");

        click(page.locator("#add-step"));
        Locator step = page.locator("#step-s2");
        step.locator("#s2-name").fill(said("Directors", "总监审批"));
        step.locator("#s2-kind").selectOption("PERSON");
        clicks++;
        for (String director : DIRECTORS) {
            choose(step, "s2-people", name(director));
        }
        click(step.locator("[id='add-steps[1].when']"));
        page.locator("[name='steps[1].when.conditions[0].value']").fill("2,000,000");
        page.locator("#s2-limit").fill("2");
        page.locator("#s2-limit").blur();
        Locator preview = page.locator("#flow-preview");
        assertThat(preview).containsText(said("All of:", "须全部通过"));
        assertThat(preview).containsText("£2,000,000");
        assertThat(preview).containsText(said("After 2 days their superiors are asked", "2 天后改由其上级审批"));
        assertThat(preview.locator(".flow-sentences li")).hasCount(2);
        settle();
        shoot("approval-designer");
        scan();

        click(page.locator("button[name=then]"));
        page.waitForURL("**/trial");
        choose(page.locator("#trial-form"), "record", firstOpportunity());
        Locator amount = page.locator("[name='values[amount]']");
        amount.fill("2,500,000");
        amount.blur();
        assertThat(page.locator("#trial .alert")).containsText(said("The flow applies", "流程适用"));
        assertThat(page.locator(".trial-seats").last()).containsText(name(DIRECTORS.get(1)));
        assertThat(page.locator("#trial")).containsText(text("approval.trial.late", name("director")));
        assertThat(page.locator(".trial-not_needed")).hasCount(0);
        settle();
        shoot("approval-trial");
        amount.fill("700,000");
        amount.blur();
        assertThat(page.locator(".trial-not_needed")).containsText(said("Passed over", "跳过"));
        scan();

        click(page.locator(".page-actions .btn-primary"));
        assertThat(page.locator("#dialog form button[type=submit]")).isVisible();
        shoot("approval-activation");
        click(page.locator("#dialog form button[type=submit]"));
        assertThat(page.locator(".badge.state-active").first()).containsText(said("Active", "已启用"));
        Assertions.assertThat(clicks).as("clicks in " + spoken).isLessThanOrEqualTo(MOST_CLICKS);
        shoot("approval-flow");
        visit("/administration/approvals");
        shoot("approval-flows");
        scan();
        Assertions.assertThat(database.sql("select count(*) from approval_flow_version where state = 'ACTIVE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        phoneOf("administrator");
        for (String path : List.of("/administration/approvals", "/administration/approvals/new?template=opportunity")) {
            visit(path);
            assertFits();
            screenshot("phone-" + spoken + path.replaceAll("[^a-z]", "-"));
        }
        long id = database.sql("select max(id) from approval_flow")
                .query(Long.class)
                .single();
        for (String path : List.of("", "/trial?record=" + record(), "/activation", "/comparison")) {
            visit("/administration/approvals/" + id + path);
            assertFits();
            screenshot("phone-" + spoken + "-flow" + path.replaceAll("[^a-z]", "-"));
        }
        wins(spoken);
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

    /** What is pressed or typed while an answer is on its way counts all the same. */
    @Test
    void nothingIsLostOnASlowLine() {
        begin("en");
        visit("/administration/approvals/new");
        page.fill("#name", "In a hurry");
        Locator steps = page.locator(".step-form");
        SlowLine line = new SlowLine();
        page.route("**/administration/approvals/rows?*", line::take);

        String chosen =
                Objects.requireNonNull(page.locator("#what option").nth(1).getAttribute("value"));
        line.slow();
        page.locator("#what").selectOption(chosen);
        page.locator("#add-step").click();
        line.letGo();
        assertThat(steps).hasCount(1);
        assertThat(page.locator("#what")).hasValue(chosen);

        line.slow();
        page.locator("#add-step").click();
        page.locator("#s1-name").fill("First");
        line.letGo();
        assertThat(steps).hasCount(2);
        assertThat(page.locator("#s1-name")).hasValue("First");

        line.slow();
        page.locator("#step-s1 [value^=removeStep]").click();
        page.locator("#step-s2 [value^=removeStep]").click();
        page.locator("#add-step").click();
        line.letGo();
        assertThat(steps).hasCount(1);
        assertThat(steps).hasId("step-s3");

        line.slow();
        page.locator("#what").selectOption(new SelectOption().setIndex(0));
        page.locator("#add-step").hover();
        page.mouse().down();
        line.letGo();
        page.mouse().up();
        assertThat(steps).hasCount(2);
        assertThat(page.locator("#name")).hasValue("In a hurry");

        line.slow();
        page.locator("#add-step").click();
        page.locator(".designer-buttons .btn-primary").click();
        line.letGo();
        page.waitForURL(Pattern.compile(".*/administration/approvals/\\d+.*"));
        Assertions.assertThat(
                        database.sql("select jsonb_array_length(definition -> 'steps') from approval_flow_version")
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    /** Holds back what changes the form until it is let go. */
    private final class SlowLine {
        private final List<Route> waiting = new ArrayList<>();
        private boolean slow;

        void take(Route route) {
            if (slow && !route.request().url().contains("preview")) {
                waiting.add(route);
            } else {
                route.resume();
            }
        }

        void slow() {
            slow = true;
        }

        /** Everything that was held back is answered before this returns. */
        void letGo() {
            page.waitForCondition(() -> !waiting.isEmpty());
            slow = false;
            page.waitForResponse("**/administration/approvals/rows?*", () -> waiting.forEach(Route::resume));
            waiting.clear();
        }
    }

    /** Representative, manager on a phone, directors in the inbox: what was built is met, decided and carried out. */
    private void wins(String spoken) {
        List<Long> open = database.sql(
                        "select id from opportunity where owner_id = ? and state = 'OPEN' order by id limit 3")
                .param(id("representative"))
                .query(Long.class)
                .list();

        at("manager");
        visit("/customers");
        Locator asked = keepWindow().locator("#sidebar [data-count=approvals]");
        assertThat(asked).isHidden();
        at("representative");
        win(open.get(0), "90,000");
        assertThat(page.locator(".badge.state-won")).isVisible();

        win(open.get(1), "900000");
        Locator asks = page.locator("form[action='/approvals/submissions']");
        assertThat(asks).isVisible();
        assertThat(page.locator(".approval-steps li")).hasCount(1);
        assertThat(page.locator(".approval-steps")).containsText(name("manager"));
        asks.locator("[name=reason]").fill(said("The customer has agreed to the price.", "客户已接受报价。"));
        settle();
        shoot("approval-submission");
        scan();
        asks.locator("button[type=submit]").click();
        locked(open.get(1));
        assertThat(asked).hasText(Pattern.compile("1\\s.*", Pattern.DOTALL)); // on a page that was open before
        settle();
        shoot("approval-waiting");
        scan();

        phoneOf("manager");
        visit("/approvals");
        settle();
        assertFits();
        shoot("approval-inbox-phone");
        page.locator("main a[href^='/approvals/cases/']").first().click();
        assertThat(page.locator("main h1")).containsText(of(open.get(1), "name"));
        assertThat(page.locator("main")).containsText(said("The customer has agreed to the price.", "客户已接受报价。"));
        settle();
        assertFits();
        shoot("approval-case-phone");
        screenshot("phone-" + spoken + "-case");
        scan();
        page.locator(".case-acts .btn-success").click();
        Locator approval = page.locator("#dialog form");
        approval.locator("[name=comment]").fill(said("Well done.", "同意，做得好。"));
        screenshot("phone-" + spoken + "-approve");
        approval.locator("button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-done").first()).isVisible();
        screenshot("phone-" + spoken + "-approved");
        assertState(open.get(1), "WON");
        assertThat(asked).isHidden();

        at("representative");
        win(open.get(2), "5000000");
        assertThat(page.locator(".approval-steps li")).hasCount(2);
        page.locator("form[action='/approvals/submissions'] button[type=submit]")
                .click();
        locked(open.get(2));
        decideInInbox("manager", open.get(2));
        assertState(open.get(2), "OPEN");
        decideInInbox(DIRECTORS.get(0), open.get(2));
        assertState(open.get(2), "OPEN");
        decideInInbox(DIRECTORS.get(1), open.get(2));
        assertState(open.get(2), "WON");

        at("representative");
        visit("/sales/opportunities/" + open.get(2));
        assertThat(page.locator(".badge.state-won")).isVisible();
        assertThat(page.locator("#record-approvals")).containsText(name(DIRECTORS.get(1)));
        settle();
        screenshot(said("en", "zh") + "-won-by-approval");
        page.locator("#record-approvals summary").click();
        page.locator("#record-approvals a[href^='/approvals/cases/']").first().click();
        assertThat(page.locator(".case-trail")).containsText(name(DIRECTORS.get(0)));
        settle();
        shoot("approval-case");
        scan();
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

    private void decideInInbox(String who, long id) {
        at(who);
        visit("/approvals");
        Locator row = page.locator("main tbody tr", new Page.LocatorOptions().setHasText(of(id, "name")));
        assertThat(row).hasCount(1);
        settle();
        shoot("approval-inbox");
        scan();
        row.locator("[data-key=a]").click();
        page.locator("#dialog form button[type=submit]").click();
        page.waitForURL("**/approvals");
        assertThat(row).hasCount(0);
    }

    private void assertState(long id, String state) {
        Assertions.assertThat(of(id, "state")).isEqualTo(state);
    }

    private void begin(String spoken) {
        speak(spoken);
        database.sql("update opportunity set approval_case_id = null where approval_case_id is not null"
                        + " and set_config('trivium.approval_case', approval_case_id::text, true) <> ''")
                .update();
        database.sql("delete from approval_case").update();
        database.sql("delete from approval_flow").update();
        at("administrator");
        visit("/administration/approvals");
        shoot("approval-empty");
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

    private void shoot(String name) {
        page.evaluate("window.scrollTo(0, 0)");
        if (PICTURES.contains(name)) {
            guidePicture(name);
        } else {
            screenshot(said("en", "zh") + "/" + name);
        }
    }

    private long record() {
        return database.sql("select min(id) from opportunity where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    private String firstOpportunity() {
        return of(record(), "name");
    }
}
