package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.shared.condition.ConditionGroup;

/**
 * An opportunity is laid aside and taken up again with an approval, lost to a competitor, closed, archived and at last purged by
 * the administrator, who sees beforehand what goes with it: at a desk and on a phone, in both languages.
 */
class TheLifeOfAnOpportunityTests extends DemoCompanyTest {

    /** In a dialog, or on a page of its own once something was wrong with it. */
    private static final String FORM = "#dialog[open] form, main .card-narrow form";

    private static final String ASKS = "form[action='/approvals/submissions']";

    @BeforeAll
    void takingUpAgainNeedsTheManager() {
        flows.active(
                "REACTIVATE",
                null,
                ConditionGroup.ALWAYS,
                new Step("s1", "Manager", ConditionGroup.ALWAYS, Approvers.teamManager(), Mode.ALL, 100, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromLaidAsideToPurged(String spoken) {
        speak(spoken);
        at("representative");
        visit("/sales/board");
        long deal = Long.parseLong(page.locator(".board-card").first().getAttribute("data-id"));
        String stage = page.locator("#column-" + of(deal, "stage_id") + " .board-title span")
                .first()
                .innerText();
        BigDecimal forecast = forecastOf(stage);
        suspend(deal, stage, forecast);
        takeUpAgain(deal, stage, forecast);
        lose(deal);
        close(deal);
        archiveAndPurge(deal);
    }

    /** Given up for good: it says why, keeps whom it was up against, and is never offered to be opened again. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void givenUpForGood(String spoken) {
        speak(spoken);
        long deal = openOf("representative");
        long rival = database.sql("select min(id) from competitor where active")
                .query(Long.class)
                .single();
        database.sql("update opportunity set competitor_id = ? where id = ?")
                .params(rival, deal)
                .update();
        at("manager");
        open(deal);
        more("/termination");
        Locator form = page.locator(FORM);
        assertThat(form).containsText(text("sales.opportunity.terminate.text"));
        assertThat(form.locator("#reasonId")).hasValue("");
        form.locator("#lessons").fill(said("Ask about the budget first.", "先确认预算再报价。"));
        send();
        assertThat(form.locator("#reasonId-more .invalid-feedback")).isVisible();
        assertThat(form.locator("#note-more .invalid-feedback")).isVisible();
        assertThat(form.locator("#lessons")).hasValue(said("Ask about the budget first.", "先确认预算再报价。"));
        scan();
        form.locator("#reasonId").selectOption(new SelectOption().setIndex(1));
        String reason = form.locator("#reasonId option:checked").innerText();
        form.locator("#note").fill(said("The plant is being shut down.", "客户工厂即将关停。"));
        send();

        assertThat(page.locator("main .badge.state-terminated")).hasText(text("sales.state.TERMINATED"));
        Locator facts = page.locator("main dl.facts");
        for (String known : List.of(
                reason,
                said("The plant is being shut down.", "客户工厂即将关停。"),
                said("Ask about the budget first.", "先确认预算再报价。"),
                database.sql("select name from competitor where id = ?")
                        .param(rival)
                        .query(String.class)
                        .single())) {
            assertThat(facts).containsText(known);
        }
        assertThat(page.locator("#record-life")).containsText(text("sales.life.terminated"));
        settle();
        scan();
        offersNothingButClosing();
        Assertions.assertThat(of(deal, "state")).isEqualTo("TERMINATED");
        visit("/sales/opportunities/" + deal + "/win");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main .alert-danger")).containsText(text("sales.opportunity.error.state.TERMINATED"));
        Assertions.assertThat(of(deal, "state")).isEqualTo("TERMINATED");

        phoneOf("manager");
        visit("/sales/opportunities?f.state=TERMINATED");
        page.locator("#results a", new Page.LocatorOptions().setHasText(of(deal, "name")))
                .first()
                .click();
        Locator state = page.locator("main .badge.state-terminated");
        assertThat(state).isVisible();
        settle();
        assertFits();
        offersNothingButClosing();
        page.locator(".page-actions a[href$='/closure']").click();
        assertThat(page.locator("#dialog #note")).hasValue(said("The plant is being shut down.", "客户工厂即将关停。"));
        page.locator("#dialog #reason").fill(said("All has been said", "已完成复盘"));
        assertFits();
        send();
        assertThat(state).containsText(said("Closed", "已结案"));
    }

    private void offersNothingButClosing() {
        assertThat(page.locator(".page-actions a[href$='/closure']")).isVisible();
        assertThat(
                        page.locator(
                                "main a[href$='/win'], main a[href$='/loss'], main a[href$='/suspension'], main a[href$='/termination'],"
                                        + " main form[action$='/reactivation'], main form[action$='/deletion'], .stage-path button, .stage-path a"))
                .hasCount(0);
    }

    private void suspend(long deal, String stage, BigDecimal forecast) {
        open(deal);
        more("/suspension");
        send();
        assertThat(page.locator(FORM).locator("#reason-more .invalid-feedback")).isVisible();
        scan();
        page.locator("#reason").fill(said("No budget before spring", "客户预算要到明年春季"));
        send();
        assertThat(page.locator("main .badge.state-suspended")).isVisible();
        assertThat(page.locator("#record-life")).containsText(said("No budget before spring", "客户预算要到明年春季"));
        Assertions.assertThat(forecastOf(stage))
                .as("the forecast of the stage")
                .isEqualByComparingTo(forecast.subtract(new BigDecimal(of(deal, "base_amount"))));
        visit("/sales/board");
        assertThat(page.locator(".board-card").first()).isVisible();
        assertThat(page.locator("#card-" + deal)).hasCount(0);
    }

    private void takeUpAgain(long deal, String stage, BigDecimal forecast) {
        open(deal);
        assertThat(page.locator("#foretold")).containsText(name("manager"));
        page.locator("form[action$='/reactivation'] button").click();
        page.locator(ASKS + " button[type=submit]").click();
        assertThat(page.locator("main .alert-warning a[href^='/approvals/cases/']"))
                .isVisible();
        Assertions.assertThat(of(deal, "state")).isEqualTo("SUSPENDED");

        phoneOf("manager");
        visit("/approvals");
        page.locator("main a[href^='/approvals/cases/']").first().click();
        assertThat(page.locator("main h1")).containsText(of(deal, "name"));
        assertFits();
        scan();
        page.locator(".case-acts .btn-success").click();
        page.locator("#dialog form button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-done")).isVisible();

        at("representative");
        visit("/sales/board");
        assertThat(page.locator("#card-" + deal)).isAttached();
        Assertions.assertThat(forecastOf(stage)).isEqualByComparingTo(forecast);
    }

    private void lose(long deal) {
        open(deal);
        page.locator(".page-actions a[href$='/loss']").click();
        send();
        Locator form = page.locator(FORM);
        assertThat(form.locator("#reasonId-more .invalid-feedback")).isVisible();
        assertThat(form.locator("#note-more .invalid-feedback")).isVisible();
        scan();
        form.locator("#reasonId").selectOption(new SelectOption().setIndex(1));
        form.locator("#competitorId").selectOption(new SelectOption().setIndex(1));
        String competitor = form.locator("#competitorId option:checked").innerText();
        form.locator("#note").fill(said("They were cheaper by a tenth.", "对方报价低一成。"));
        send();
        assertThat(page.locator("main .badge.state-lost")).isVisible();
        assertThat(page.locator("main dl.facts")).containsText(competitor);
        visit("/sales/board");
        assertThat(page.locator("#card-" + deal)).hasCount(0);
    }

    private void close(long deal) {
        open(deal);
        page.locator(".page-actions a[href$='/closure']").click();
        assertThat(page.locator("#dialog #note")).hasValue(said("They were cheaper by a tenth.", "对方报价低一成。"));
        page.locator("#dialog #reason").fill(said("All has been said", "已完成复盘"));
        send();
        assertThat(page.locator("main .badge.state-lost").first()).containsText(said("Closed", "已结案"));
        String edit = "main a[href$='/opportunities/" + deal + "/edit']"; // what brought it can still be said
        assertThat(page.locator(edit + ", main a[href$='/win'], main a[href$='/purge']"))
                .hasCount(0);
        settle();
        scan();
    }

    private void archiveAndPurge(long deal) {
        String name = of(deal, "name");
        phoneOf("administrator");
        open(deal);
        page.locator("form[action$='/archiving'] button").click();
        assertThat(page.locator("main .badge.state-lost").first()).containsText(said("Archived", "已归档"));
        settle();
        assertFits();
        more("/purge");
        Locator leaving = page.locator("#dialog[open]");
        assertThat(leaving).containsText(name);
        String one = " where opportunity_id = " + deal;
        assertThat(leaving).containsText(text("sales.opportunity.purge.stageChanges", count("stage_change" + one)));
        assertThat(leaving).containsText(text("sales.opportunity.purge.stateChanges", count("state_change" + one)));
        assertThat(leaving)
                .containsText(text("sales.opportunity.purge.history", count("opportunity_aud where id = " + deal)));
        scan();
        send();
        assertThat(page.locator("#reason-more .invalid-feedback")).isVisible();
        assertFits();
        page.locator("#reason").fill(said("The customer asked for it", "应客户要求清除"));
        send();
        page.waitForURL("**/administration/purges");
        Locator line = page.locator("main tbody tr", new Page.LocatorOptions().setHasText(name))
                .first();
        assertThat(line).containsText(said("The customer asked for it", "应客户要求清除"));
        assertThat(line).containsText("Alex");
        assertFits();
        scan();
        Assertions.assertThat(count("opportunity where id = " + deal)
                        + count("opportunity_aud where id = " + deal)
                        + count("stage_change where opportunity_id = " + deal))
                .as("rows left")
                .isZero();
        visit("/sales/opportunities/" + deal);
        assertThat(page.locator("main")).not().containsText(name);
    }

    private void open(long deal) {
        visit("/sales/opportunities/" + deal);
        assertThat(page.locator("main h1")).isVisible();
    }

    /** Presses what stands in the menu of what is done less often. */
    private void more(String address) {
        page.locator(".page-actions .dropdown > button").click();
        page.locator(".page-actions .dropdown-menu a[href$='" + address + "']").click();
    }

    private void send() {
        page.locator(FORM).locator("button[type=submit]").last().click();
    }

    /** What the funnel says of a stage, in whole pounds. */
    private BigDecimal forecastOf(String stage) {
        visit("/sales/funnel");
        String amount = Objects.requireNonNull(
                page.locator("section > .table-responsive tbody tr", new Page.LocatorOptions().setHasText(stage))
                        .locator("td")
                        .nth(2)
                        .textContent());
        return new BigDecimal(amount.replaceAll("[^0-9]", ""));
    }

    private long count(String what) {
        return database.sql("select count(*) from " + what).query(Long.class).single();
    }
}
