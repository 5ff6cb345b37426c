package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.SampleFlows;

/** The marketing manager plans a campaign; dear ones go to the head of a team, who decides on a phone; then it runs and ends. */
class ACampaignIsApprovedTests extends DemoCompanyTest {

    private static final String ASKS = "form[action='/approvals/submissions']";

    @Autowired
    Viewers viewers;

    @BeforeAll
    void dearOnesNeedAnApproval() {
        for (String spoken : new String[] {"en", "zh"}) {
            speak(spoken);
            flows.active(
                    "campaign",
                    "PLAN",
                    null,
                    ConditionGroup.all(
                            new Condition("budget", Comparison.MORE_THAN, "5000"),
                            new Condition("owner", Comparison.IS, "" + id("marketer"))),
                    SampleFlows.anyOf(viewers.find(id("director")).orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromThePlanToTheEnd(String spoken) {
        speak(spoken);
        String name = said("Spring fair", "春季推介会");
        at("marketer");
        visit("/marketing/campaigns/new");
        page.fill("#name", name);
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#methodId-more .invalid-feedback")).isVisible();
        assertThat(page.locator("#name")).hasValue(name);
        scan();
        page.selectOption("#methodId", new SelectOption().setIndex(10));
        page.fill("#expectedRevenue", "90000");
        page.fill("#region", said("East", "华东"));
        page.locator("main form button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/marketing/campaigns/\\d+"));
        String campaign = page.url();

        budget("4000");
        assertThat(page.locator("#record-budget tfoot")).containsText("4,000");
        assertThat(page.locator(".page-actions .btn-primary")).containsText(text("marketing.campaign.approve"));
        budget("6500");
        assertThat(page.locator("#foretold")).containsText(name("director"));
        scan();
        page.locator(".page-actions .btn-primary").click();
        page.locator(ASKS + " button[type=submit]").click();
        page.waitForURL(campaign);
        assertThat(page.locator("h1 .badge.state-submitted")).isVisible();
        assertThat(page.locator(".alert-warning")).containsText(text("marketing.campaign.locked"));
        assertThat(page.locator("main a[href$='/edit'], .page-actions form")).hasCount(0);

        phoneOf("director");
        visit("/approvals");
        page.locator("main tbody a", new Page.LocatorOptions().setHasText(name)).click();
        assertFits();
        assertThat(page.locator("main")).containsText("6,500");
        page.locator(".case-acts .btn-success").click();
        page.locator("#dialog form button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-done")).isVisible();

        at("marketer");
        page.navigate(campaign);
        settle();
        assertThat(page.locator("h1 .badge.state-approved")).isVisible();
        page.locator(".page-actions .btn-primary").click();
        assertThat(page.locator("h1 .badge.state-running")).isVisible();
        page.locator(".page-actions .btn-primary").click();
        assertThat(page.locator("h1 .badge.state-completed")).isVisible();
        settle();
        Locator life = page.locator("#record-life .timeline-item");
        assertThat(life).hasCount(4);
        scan();
        phoneOf("marketer");
        page.navigate(campaign);
        settle();
        assertFits();
        visit("/marketing/campaigns");
        assertThat(page.locator("main tbody tr", new Page.LocatorOptions().setHasText(name)))
                .containsText(text("marketing.state.COMPLETED"));
        assertFits();
        Assertions.assertThat(database.sql("select count(*) from campaign where name = ? and state = 'COMPLETED'")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void budget(String amount) {
        page.locator("#record-budget a[data-dialog]").click();
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("select[name='lines[0].categoryId']").selectOption(new SelectOption().setIndex(2));
        dialog.locator("[name='lines[0].amount']").fill(amount);
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("#dialog[open]")).hasCount(0);
    }
}
