package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.SampleFlows;

/** Who is asked is away or has left: the deputy decides, and what nobody can decide is given to somebody by the administrator. */
class SomebodyElseDecidesTests extends DemoCompanyTest {

    private static final String ASKS = "form[action='/approvals/submissions']";

    @Autowired
    Viewers viewers;

    @BeforeAll
    void winningNeedsTheManager() {
        flows.active(
                "WIN",
                null,
                ConditionGroup.ALWAYS,
                new Step("s1", "Manager", ConditionGroup.ALWAYS, Approvers.teamManager(), Mode.ALL, 100, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theDeputyDecidesWhatWasAskedOfTheManager(String spoken) {
        speak(spoken);
        long deal = openOf("representative");
        askToWin(deal);

        at("manager");
        visit("/approvals/absences");
        Locator form = page.locator("main form:has(#deputyId)");
        String today = Objects.requireNonNull(page.locator("#from").getAttribute("value"));
        form.locator("#from")
                .fill(database.sql("select (?::date - 1)::text")
                        .param(today)
                        .query(String.class)
                        .single());
        form.locator("button[type=submit]").click();
        assertThat(page.locator("#deputyId-more .invalid-feedback")).isVisible();
        choose(form, "deputyId", name("neighbour"));
        scan();
        form.locator("button[type=submit]").click();
        Locator row = page.locator("main tbody tr", new Page.LocatorOptions().setHasText(name("manager")));
        assertThat(row).containsText(name("neighbour"));
        assertThat(row.locator(".badge.state-waiting")).isVisible();
        visit("/approvals");
        assertThat(page.locator("main .empty")).isVisible();

        phoneOf("neighbour");
        visit("/approvals");
        Locator mine = page.locator("main tbody tr", new Page.LocatorOptions().setHasText(of(deal, "name")));
        assertThat(mine).containsText(name("manager"));
        assertFits();
        mine.locator("[data-key=a]").click();
        page.locator("#dialog form button[type=submit]").click();
        assertThat(mine).hasCount(0);
        Assertions.assertThat(of(deal, "state")).isEqualTo("WON");

        at("representative");
        visit("/sales/opportunities/" + deal);
        settle();
        assertThat(page.locator("#record-approvals")).containsText(name("neighbour"));
        assertThat(page.locator("#record-approvals")).containsText(text("approval.trail.insteadOf", name("manager")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatNobodyCanDecideIsGivenToSomebody(String spoken) {
        speak(spoken);
        Viewer director = viewers.find(id("director")).orElseThrow();
        long flow = flows.active("MOVE", null, ConditionGroup.ALWAYS, SampleFlows.step(Mode.ALL, director));
        // what stands in later stages came there before
        database.sql("update approval_flow_version set activated_at = now() where flow_id = ?")
                .param(flow)
                .update();
        long deal = openOf("colleague");
        at("colleague");
        visit("/sales/opportunities/" + deal);
        page.locator(".stage-path li:not(.now) button").last().click();
        page.locator(ASKS + " button[type=submit]").click();
        page.waitForURL("**/sales/opportunities/" + deal);
        String stage = of(deal, "stage_id");

        at("administrator");
        visit("/administration/people/" + id("director"));
        page.locator("form[action$='/deactivation'] button").click();
        page.locator("#confirm [data-confirm-yes]").click();
        assertThat(page.locator("form[action$='/activation'] button")).isVisible();
        visit("/administration/approvals");
        assertThat(page.locator("main tr", new Page.LocatorOptions().setHasText("Flow " + flow))
                        .locator(".badge.state-failed"))
                .isVisible();
        scan();
        visit("/approvals/stuck");
        Locator row = page.locator("main tbody tr", new Page.LocatorOptions().setHasText(of(deal, "name")));
        assertThat(row).containsText(text("approval.stuck.why.LEFT", name("director")));
        assertThat(page.locator(".alert-warning")).containsText("Flow " + flow);
        scan();
        row.locator("a[data-dialog]").click();
        Locator form = page.locator("#dialog[open] form, main .card-narrow form");
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".invalid-feedback").first()).isVisible();
        choose(form, "personId", name("neighbour"));
        form.locator("button[type=submit]").click();
        page.waitForURL("**/approvals/stuck");
        assertThat(row).hasCount(0);

        phoneOf("neighbour");
        visit("/approvals");
        page.locator("main tbody a", new Page.LocatorOptions().setHasText(of(deal, "name")))
                .click();
        assertFits();
        page.locator(".case-acts .btn-success").click();
        page.locator("#dialog form button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-done")).isVisible();
        Assertions.assertThat(of(deal, "stage_id")).isNotEqualTo(stage);
        database.sql("update approval_flow_version set state = 'RETIRED', retired_at = now() where flow_id = ?")
                .param(flow)
                .update();
    }

    private void askToWin(long deal) {
        at("representative");
        visit("/sales/opportunities/" + deal);
        page.locator(".page-actions a[href$='/win']").click();
        page.locator("#dialog form button[type=submit]").click();
        page.locator(ASKS + " button[type=submit]").click();
        page.waitForURL("**/sales/opportunities/" + deal);
        Assertions.assertThat(of(deal, "state")).isEqualTo("OPEN");
    }
}
