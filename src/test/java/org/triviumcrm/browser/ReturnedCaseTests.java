package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.shared.condition.ConditionGroup;

/**
 * A representative asks to win, the manager returns it with a remark, the representative changes the amount in the form and asks
 * again, the manager approves on a phone: in both languages.
 */
class ReturnedCaseTests extends DemoCompanyTest {

    private static final String ASKS = "form[action='/approvals/submissions']";

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
    void isChangedInItsFormAndAskedForAgain(String spoken) {
        speak(spoken);
        String remark = said("The customer signed 61,000.", "客户签的是 61,000，请核对。");
        String answer = said("A typing error, sorry.", "录入有误，已更正。");
        String praise = said("Well done.", "同意，做得好。");
        at("representative");
        long deal = openOf("representative");
        String before = of(deal, "amount");
        askToWin(deal);
        String address = giveBack(deal, remark);
        askAgain(deal, address, remark, answer);
        approveOnAPhone(deal, answer, praise);
        Assertions.assertThat(of(deal, "state || ' ' || amount")).isEqualTo("WON 61000.00");
        Assertions.assertThat(before).isNotEqualTo("61000.00");
        theTrailSaysItAll(address, remark, answer, praise);
    }

    private void askToWin(long deal) {
        visit("/sales/opportunities/" + deal);
        page.locator(".page-actions a[href$='/win']").click();
        page.locator("#dialog [name=amount]").fill("65000");
        page.locator("#dialog form button[type=submit]").click();
        page.locator(ASKS + " button[type=submit]").click();
        locked(deal);
    }

    /** @return the address of the case */
    private String giveBack(long deal, String remark) {
        at("manager");
        visit("/approvals");
        page.locator("main tbody a", new Page.LocatorOptions().setHasText(of(deal, "name")))
                .click();
        String address = page.url();
        page.locator(".case-more summary").click();
        page.locator(".case-menu a[href*='/return?']").click();
        page.locator("#dialog form button[type=submit]").click();
        assertThat(page.locator("#changes-more .invalid-feedback")).isVisible();
        page.locator("#changes").fill(remark);
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-warning")).isVisible();
        assertThat(page.locator(".case-acts")).hasCount(0);
        return address;
    }

    private void askAgain(long deal, String address, String remark, String answer) {
        at("representative");
        visit("/notices");
        page.locator("main a", new Page.LocatorOptions().setHasText(of(deal, "name")))
                .first()
                .click();
        page.waitForURL(address);
        assertThat(page.locator(".alert-warning")).containsText(remark);
        scan();
        page.locator(".case-acts .btn-primary").click();
        Locator form = page.locator("main form[action$='/win']");
        assertThat(form.locator("#foretold")).containsText(remark);
        assertThat(form.locator("[name=amount]")).hasValue(Pattern.compile("65000(\\.00)?"));
        form.locator("[name=amount]").fill("much");
        form.locator("button[type=submit]").click();
        assertThat(page.locator("#amount-more .invalid-feedback")).isVisible();
        assertThat(form.locator("#foretold")).containsText(remark);
        form.locator("[name=amount]").fill("61000");
        scan();
        form.locator("button[type=submit]").click();
        page.locator(ASKS + " [name=reason]").fill(answer);
        page.locator(ASKS + " button[type=submit]").click();
        locked(deal);
    }

    private void approveOnAPhone(long deal, String answer, String praise) {
        phoneOf("manager");
        visit("/approvals");
        page.locator("main tbody a", new Page.LocatorOptions().setHasText(of(deal, "name")))
                .click();
        assertThat(page.locator("main")).containsText(answer);
        assertThat(page.locator(".case-amount")).containsText("61,000");
        settle();
        assertFits();
        scan();
        page.locator(".case-acts .btn-success").click();
        page.locator("#dialog [name=comment]").fill(praise);
        page.locator("#dialog form button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-done")).isVisible();
        assertFits();
    }

    private void theTrailSaysItAll(String address, String remark, String answer, String praise) {
        at("representative");
        visit(address);
        Locator trail = page.locator(".case-trail > li");
        assertThat(trail).hasCount(7);
        Assertions.assertThat(trail.all().stream().map(deed -> deed.getAttribute("class")))
                .containsExactly(
                        "deed-submitted",
                        "deed-asked",
                        "deed-returned",
                        "deed-resubmitted",
                        "deed-asked",
                        "deed-approved",
                        "deed-case_approved");
        assertThat(trail.nth(0)).containsText(name("representative"));
        for (int deed : List.of(2, 5)) {
            assertThat(trail.nth(deed)).containsText(name("manager"));
        }
        assertThat(trail.nth(2)).containsText(remark);
        assertThat(trail.nth(3)).containsText(answer);
        assertThat(trail.nth(5)).containsText(praise);
    }

    private void locked(long deal) {
        page.waitForURL("**/sales/opportunities/" + deal);
        assertThat(page.locator("main .alert-warning a[href^='/approvals/cases/']"))
                .isVisible();
        Assertions.assertThat(of(deal, "state")).isEqualTo("OPEN");
    }
}
