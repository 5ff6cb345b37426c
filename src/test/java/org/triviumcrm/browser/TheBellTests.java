package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;
import org.triviumcrm.messaging.Notices;

/** The bell of somebody who works on something else meanwhile. */
class TheBellTests extends BrowserTest {

    private static final String PASSWORD = "copper-lantern-91-bridge";

    @Autowired
    JdbcClient database;

    @Autowired
    Notices notices;

    @BeforeAll
    void company(@Autowired SetupService setup) {
        setup.start(new StartCompany(
                "Harbour and Vale", "GBP", "en", "Europe/London", "Alex", "alex", null, PASSWORD, false, null));
    }

    @BeforeEach
    void signIn() {
        database.sql("delete from notice").update();
        signIn("alex", PASSWORD);
    }

    @Test
    void theNumberComesWithoutAReload() {
        visit("/customers/new");
        page.fill("#name", "half a word");
        assertThat(count()).isHidden();
        Page elsewhere = page.context().newPage();
        elsewhere.navigate("/notices");
        assertThat(elsewhere.locator("main")).containsText("No notifications yet");

        tell("First");
        assertThat(count()).hasText(Pattern.compile("1\\s+unread"));
        tell("Second");
        assertThat(count()).hasText(Pattern.compile("2\\s+unread"));
        assertThat(page.locator("#name")).hasValue("half a word");
        assertAccessible();

        page.locator(".bell.dropdown > a").click();
        Locator latest = page.locator("#bell-latest");
        assertThat(latest.locator(".notice-line.unread")).hasCount(2);
        assertThat(latest.locator(".notice-line").first()).containsText("Second");
        assertAccessible();
        latest.locator("a", new Locator.LocatorOptions().setHasText("Second")).click();
        page.waitForURL(url -> url.endsWith("/account"));
        assertThat(count()).hasText(Pattern.compile("1\\s+unread"));

        page.locator(".bell.dropdown > a").click();
        page.locator("#bell-latest form button").click();
        page.waitForURL(url -> url.endsWith("/notices"));
        assertThat(count()).isHidden();
        assertThat(page.locator(".notice-line.unread")).hasCount(0);
        assertThat(elsewhere.locator("[data-count=notices]")).isHidden();
    }

    @Test
    void thePagesAskWhereThereIsNoStream() {
        page.route(Pattern.compile(".*/live$"), route -> route.abort());
        page.clock().install();
        visit("/customers");
        page.clock().runFor(1_000);
        tell("First");
        assertThat(count()).isHidden();
        page.clock().runFor(61_000);
        assertThat(count()).isVisible();
    }

    @Test
    void onAPhoneTheListFits() {
        tell("A notice with a name that is long enough to need a second line on a narrow screen");
        onAPhone();
        signIn("alex", PASSWORD);
        visit("/customers");
        assertThat(count()).isVisible();
        page.locator(".bell.dropdown > a").click();
        assertThat(page.locator("#bell-latest .notice-line")).hasCount(1);
        assertFits();
        Assertions.assertThat(page.locator("#bell-latest").boundingBox().x)
                .as("nothing is cut off on the left")
                .isNotNegative();
        visit("/notices");
        assertFits();
        assertAccessible();
        visit("/administration/mail");
        assertThat(page.locator("main")).containsText("spring.mail.host");
        assertFits();
        assertAccessible();
        visit("/account/notices");
        assertFits();
        assertAccessible();
    }

    private Locator count() {
        return page.locator("[data-count=notices]");
    }

    private void tell(String deal) {
        long alex = database.sql("select id from person").query(Long.class).single();
        notices.tell(List.of(alex), "sales.notice.given", List.of("Bob", deal), "/account");
    }
}
